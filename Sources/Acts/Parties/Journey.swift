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
  private let facts: PartyFacts

  package init(_ facts: PartyFacts, now: Date) {
    let step = JourneyStep(facts, now: now)
    self.step = step
    done = Set(Stop.allCases.filter { Self.isDone($0, facts) })
    self.facts = facts
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

  /// A few words under a stop: “8 gewählt”. Nil where there is nothing to say yet.
  package func hint(_ stop: Stop) -> Message? {
    switch stop {
    case .people: .counted("journey.hint.people", facts.peopleKnown)
    case .choosing: chosenHint
    case .substance: substanceHint
    case .date: facts.hasDate ? dateHint : nil
    case .letters: letterHint
    case .evening: nil
    }
  }

  private var chosenHint: Message? {
    let count = facts.chosen.count
    if count == 0 { return nil }
    return Message("journey.hint.choosing", ["count": "\(count)", "seats": "\(facts.party.seats)"])
  }

  private var substanceHint: Message {
    let missing = facts.party.substance.missing.count
    return missing == 0 ? Message("journey.hint.substance") : .counted("journey.hint.missing", missing)
  }

  private var dateHint: Message {
    if facts.party.confirmedAt != nil { return Message("journey.hint.date.confirmed") }
    if facts.party.dateKind == .fixed { return Message("journey.hint.date.fixed") }
    return .counted("journey.hint.date.poll", facts.poll.slots.count)
  }

  private var letterHint: Message? {
    let written = facts.written.count
    if written == 0 { return nil }
    return Message(
      "journey.hint.letters", ["count": "\(written)", "accepted": "\(facts.guests(in: .accepted).count)"])
  }
}

extension Message {
  /// For strings with a singular and a plural form.
  package static func counted(_ key: String, _ count: Int, _ arguments: [String: String] = [:]) -> Message {
    Message(key + (count == 1 ? ".one" : ".other"), arguments.merging(["count": "\(count)"]) { first, _ in first })
  }
}
