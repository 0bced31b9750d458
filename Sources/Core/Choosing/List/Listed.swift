/// What a list says of somebody who might be invited, beside their topics.
package struct Listed: Sendable {
  package var organisation: String
  package var role: String
  package var country: String
  /// Subjects on which they could help, and on which they look for help.
  package var offers: [Int] = []
  package var seeks: [Int] = []
  /// Positions of those whom they met at earlier parties.
  package var met: [Int] = []
  /// Positions of those with whom they are not to be at a table.
  package var apart: [Int] = []
  /// Whether the host has met them.
  package var hasMetHost = false

  /// Whether they can be written to by mail.
  package var hasAddress = true

  package init(organisation: String = "", role: String = "", country: String = "", hasAddress: Bool = true) {
    self.organisation = organisation
    self.role = role
    self.country = country
    self.hasAddress = hasAddress
  }
}
