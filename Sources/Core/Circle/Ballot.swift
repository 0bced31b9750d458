/// One participant's private verdict on an evening, one tap each. Nil where they said nothing.
package struct Ballot: Hashable, Sendable {
  package var learnt: Bool?
  package var gave: Bool?
  package var again: Bool?
  /// A line for the host, shown without a name.
  package var line: String

  package init(learnt: Bool? = nil, gave: Bool? = nil, again: Bool? = nil, line: String = "") {
    self.learnt = learnt
    self.gave = gave
    self.again = again
    self.line = line
  }

  package var isBlank: Bool { learnt == nil && gave == nil && again == nil && line.isEmpty }
}

/// Decides when the ballots of an evening are counted. They are counted once: results that grew with each answer would
/// give away the last one.
package enum BallotBox {
  /// All that a page may know about somebody's ballot.
  package enum Deposit: Sendable, Hashable {
    case blank, given
  }

  package static let fewestAnswers = 3
  package static let openDays = 7

  /// - Parameters:
  ///   - answers: the number of people who have answered.
  ///   - voters: the number of people who were there and may answer.
  package static func isDue(answers: Int, voters: Int, endedAt: Moment, now: Moment) -> Bool {
    (voters > 0 && answers >= voters) || now >= endedAt.adding(seconds: openDays * 86_400)
  }
}
