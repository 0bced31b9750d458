import Core
import Foundation

/// The content of a guest of honour's page beyond everybody's: their slot, the people waiting for them, and the person
/// who answers for them.
package struct HonourVisit: Sendable {
  package let honour: Honour
  /// Nil while the party has no date.
  package let slot: HonourSlot?
  package let brief: HonourBrief

  package init(honour: Honour, slot: HonourSlot?, brief: HonourBrief) {
    self.honour = honour
    self.slot = slot
    self.brief = brief
  }
}

/// A single page to prepare by.
package struct HonourBrief: Sendable, Equatable {
  package let honoured: String
  package let circle: String
  package let hostName: String
  package let role: HonourSlot.Role
  package let topic: String
  /// Nil while guests know no date.
  package let start: Date?
  package let minutes: Int
  package let people: [Person]
  package let past: [CirclePast.Evening]
  package let questions: [String]

  package init(
    honoured: String, circle: String, hostName: String, role: HonourSlot.Role, topic: String, start: Date?,
    minutes: Int, people: [Person], past: [CirclePast.Evening], questions: [String]
  ) {
    self.honoured = honoured
    self.circle = circle
    self.hostName = hostName
    self.role = role
    self.topic = topic
    self.start = start
    self.minutes = minutes
    self.people = people
    self.past = past
    self.questions = questions
  }

  /// Somebody who will be there.
  package struct Person: Sendable, Equatable {
    package let name: String
    package let line: String
    /// The things they would like to know; empty if they have not said.
    package let wants: String

    package init(name: String, line: String, wants: String) {
      self.name = name
      self.line = line
      self.wants = wants
    }
  }
}
