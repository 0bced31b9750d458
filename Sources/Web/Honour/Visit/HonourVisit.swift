import Core
import Foundation

/// What a guest of honour's own page shows besides everybody's: their slot, who waits for them, who answers for them.
struct HonourVisit: Sendable {
  let honour: Honour
  /// Nil while the party has no date.
  let slot: HonourSlot?
  let brief: HonourBrief
}

/// One page to be prepared by.
struct HonourBrief: Sendable, Equatable {
  let honoured: String
  let circle: String
  let hostName: String
  let role: HonourSlot.Role
  let topic: String
  /// Nil while guests know no date.
  let start: Date?
  let minutes: Int
  let people: [Person]
  let past: [CirclePast.Evening]
  let questions: [String]

  /// Somebody who will be there.
  struct Person: Sendable, Equatable {
    let name: String
    let line: String
    /// What they would like to know; empty where they have not said.
    let wants: String
  }
}
