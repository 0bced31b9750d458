import Core

/// One thing that happened, with its number.
package struct Change: Hashable, Sendable, Codable {
  package let number: Int
  package let at: Moment
  package let event: FloorEvent
}

/// What two give each other when both want it.
package struct FloorCard: Hashable, Sendable, Codable {
  package var name: String
  package var line: String
  package var email: String
  package var phone: String
  package var web: String
}
