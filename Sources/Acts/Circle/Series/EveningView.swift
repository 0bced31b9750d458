import Core
import Records

/// An evening that is over, as its host sees it: the joint result, the mirror, and the host's own keepsakes.
package struct EveningView: Sendable {
  package let party: Party
  package let circle: Circle?
  /// Nil while the ballots are open, or if fewer than three answered.
  package let result: BallotResult?
  /// True once they were counted.
  package let isCounted: Bool
  package let turnout: (answers: Int, voters: Int)
  package let mirror: HostMirror?
  /// The host's own.
  package let keepsakes: Keepsakes
  package let present: [String]
  package let outcome: String
  package let openQuestions: [String]

  package init(
    party: Party, circle: Circle?, result: BallotResult?, isCounted: Bool, turnout: (answers: Int, voters: Int),
    mirror: HostMirror?, keepsakes: Keepsakes, present: [String], outcome: String, openQuestions: [String]
  ) {
    self.party = party
    self.circle = circle
    self.result = result
    self.isCounted = isCounted
    self.turnout = turnout
    self.mirror = mirror
    self.keepsakes = keepsakes
    self.present = present
    self.outcome = outcome
    self.openQuestions = openQuestions
  }
}
