/// The facts a list holds on somebody who might be invited, beside their topics.
package struct Listed: Sendable {
  package var organisation: String
  package var role: String
  package var country: String
  /// Subjects on which they could help, and on which they look for help.
  package var offers: [Int] = []
  package var seeks: [Int] = []
  /// Positions of the people they met at earlier parties.
  package var met: [Int] = []
  /// Positions of the people they must not share a table with.
  package var apart: [Int] = []
  /// True if the host has met them.
  package var hasMetHost = false

  /// True if they can be reached by mail.
  package var hasAddress = true

  package init(organisation: String = "", role: String = "", country: String = "", hasAddress: Bool = true) {
    self.organisation = organisation
    self.role = role
    self.country = country
    self.hasAddress = hasAddress
  }
}
