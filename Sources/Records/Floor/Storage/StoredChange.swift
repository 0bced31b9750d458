import Core

/// One event with its number.
package struct Change: Hashable, Sendable, Codable {
  package let number: Int
  package let at: Moment
  package let event: FloorEvent

  package init(number: Int, at: Moment, event: FloorEvent) {
    self.number = number
    self.at = at
    self.event = event
  }
}

/// The details two people exchange when both want to.
package struct FloorCard: Hashable, Sendable, Codable {
  package var name: String
  package var line: String
  package var email: String
  package var phone: String
  package var web: String

  package init(name: String, line: String, email: String, phone: String, web: String) {
    self.name = name
    self.line = line
    self.email = email
    self.phone = phone
    self.web = web
  }
}
