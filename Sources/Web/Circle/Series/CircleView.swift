import Core
import Foundation

/// A circle as its page shows it.
struct CircleView: Sendable {
  let circle: Circle
  /// Who belongs to it; those who left are kept apart.
  let members: [Circle.Member]
  let parted: [Circle.Member]
  /// In their order, the first first, with those that are still ahead.
  let evenings: [Evening]
  let history: CircleHistory<PersonID>
  let matrix: MeetingMatrix<PersonID>
  let readiness: HonourReadiness
  let kind: HonourKind

  /// The evening ahead has a guest of honour.
  var hasHonour = false

  struct Evening: Sendable {
    let party: Party
    let present: Int
    let result: BallotResult?
    let outcome: String
  }

  /// The evening that is being prepared or is to come.
  var ahead: Evening? { evenings.last { !$0.party.isDone } }
}
