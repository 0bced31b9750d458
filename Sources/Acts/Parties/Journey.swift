import Core
import Foundation
import Records

/// A party's position on its way, and the next step. Pure: derived from the known facts.
package struct Journey: Sendable {
  /// The stops on the bar, in order.
  package enum Stop: String, Sendable, CaseIterable {
    case people, choosing, substance, date, letters, evening
  }

  package enum Progress: String, Sendable {
    case done, current, ahead
  }

  package let step: JourneyStep
  package let done: Set<Stop>
  /// A few words under a stop: “8 gewählt”.
  package let hints: [Stop: Message]

  package init(_ facts: PartyFacts, now: Date) {
    let step = JourneyStep(facts, now: now)
    self.step = step
    done = Set(Stop.allCases.filter { Self.isDone($0, facts) })
    hints = Self.hints(facts)
  }

  /// - Parameter here: the stop whose page is shown; nil if the next step is what counts.
  package func progress(_ stop: Stop, here: Stop?) -> Progress {
    if stop == (here ?? step.stop) { return .current }
    return done.contains(stop) ? .done : .ahead
  }

  private static func isDone(_ stop: Stop, _ facts: PartyFacts) -> Bool {
    switch stop {
    case .people: facts.peopleKnown > 0 || !facts.guests.isEmpty
    case .choosing: facts.chosen.count >= facts.seatAdvice.enough(for: facts.party.seats) || !facts.written.isEmpty
    case .substance: facts.party.substance.isComplete
    case .date: facts.hasDate
    case .letters: !facts.written.isEmpty && facts.unwritten.isEmpty
    case .evening: facts.party.isOver
    }
  }

  private static func hints(_ facts: PartyFacts) -> [Stop: Message] {
    var hints: [Stop: Message] = [.people: .counted("journey.hint.people", facts.peopleKnown)]
    if !facts.chosen.isEmpty {
      hints[.choosing] = Message(
        "journey.hint.choosing", ["count": "\(facts.chosen.count)", "seats": "\(facts.party.seats)"])
    }
    let missing = facts.party.substance.missing.count
    hints[.substance] = missing == 0 ? Message("journey.hint.substance") : .counted("journey.hint.missing", missing)
    if facts.hasDate { hints[.date] = dateHint(facts) }
    if !facts.written.isEmpty {
      hints[.letters] = Message(
        "journey.hint.letters",
        ["count": "\(facts.written.count)", "accepted": "\(facts.guests(in: .accepted).count)"])
    }
    return hints
  }

  private static func dateHint(_ facts: PartyFacts) -> Message {
    if facts.party.confirmedAt != nil { return Message("journey.hint.date.confirmed") }
    if facts.party.dateKind == .fixed { return Message("journey.hint.date.fixed") }
    return .counted("journey.hint.date.poll", facts.poll.slots.count)
  }
}

extension Message {
  /// For strings with a singular and a plural form.
  package static func counted(_ key: String, _ count: Int, _ arguments: [String: String] = [:]) -> Message {
    Message(key + (count == 1 ? ".one" : ".other"), arguments.merging(["count": "\(count)"]) { first, _ in first })
  }
}
