import Foundation

/// Where a guest sits: among the party's seats, or on the one on top of them.
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

  /// When this guest is expected: a guest of honour at their slot, everybody else when the party begins.
  package func start(at party: Party) -> Date? {
    guard let honour else { return party.start }
    return honour.slot(at: party.start)?.startsAt.date
  }

  /// How many minutes they are asked for.
  package func minutes(at party: Party) -> Int { honour?.minutes ?? party.minutes }
}
