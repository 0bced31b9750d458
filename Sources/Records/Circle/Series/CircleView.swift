import Core
import Foundation

/// A circle as its page shows it.
package struct CircleView: Sendable {
  package let circle: Circle
  /// The members; former ones are kept apart.
  package let members: [Circle.Member]
  package let parted: [Circle.Member]
  /// In chronological order, including those still ahead.
  package let evenings: [Evening]
  package let history: CircleHistory<PersonID>
  package let matrix: MeetingMatrix<PersonID>
  package let readiness: HonourReadiness
  package let kind: HonourKind

  /// True if the coming evening has a guest of honour.
  package var hasHonour = false

  package init(
    circle: Circle, members: [Circle.Member], parted: [Circle.Member], evenings: [Evening],
    history: CircleHistory<PersonID>, matrix: MeetingMatrix<PersonID>, readiness: HonourReadiness, kind: HonourKind,
    hasHonour: Bool = false
  ) {
    self.circle = circle
    self.members = members
    self.parted = parted
    self.evenings = evenings
    self.history = history
    self.matrix = matrix
    self.readiness = readiness
    self.kind = kind
    self.hasHonour = hasHonour
  }

  package struct Evening: Sendable {
    package let party: Party
    package let present: Int
    package let result: BallotResult?
    package let outcome: String

    package init(party: Party, present: Int, result: BallotResult?, outcome: String) {
      self.party = party
      self.present = present
      self.result = result
      self.outcome = outcome
    }
  }

  /// The evening being prepared or still to come.
  package var ahead: Evening? { evenings.last { !$0.party.isDone } }
}
