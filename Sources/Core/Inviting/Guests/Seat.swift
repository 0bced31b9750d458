import Foundation

/// A guest's kind of seat: one of the party's, or the one on top of them.
package enum Seat: Sendable, Equatable {
  case table
  /// The party's guest of honour, with their slot.
  case honour(Honour)
}

extension Guest {
  /// Nil for everybody but the guest of honour.
  package var honour: Honour? {
    guard case .honour(let honour) = seat else { return nil }
    return honour
  }

  package var isHonoured: Bool { honour != nil }

  /// The time at which this guest is expected: a guest of honour at their slot, everybody else when the party begins.
  package func start(at party: Party) -> Date? {
    guard let honour else { return party.start }
    return honour.slot(at: party.start)?.startsAt.date
  }

  /// The number of minutes they are asked for.
  package func minutes(at party: Party) -> Int { honour?.minutes ?? party.minutes }
}
