import Foundation

/// Somebody a guest who declined would invite in their place. The host decides.
package struct Referral: Sendable, Equatable {
  package enum Decision: String, Sendable, CaseIterable {
    case open
    /// They are among the party's people.
    case taken
    /// Nothing about their identity is kept.
    case refused
  }

  /// Empty if the host did not take them up.
  package let name: String
  /// One line about them; may be empty.
  package let line: String
  /// An address, or another way to reach them; may be empty.
  package let contact: String
  package let referredAt: Date
  package let decision: Decision

  package init(
    name: String, line: String = "", contact: String = "", referredAt: Date, decision: Decision = .open
  ) {
    (self.name, self.line, self.contact) = (Prose.line(name) ?? "", Prose.line(line) ?? "", Prose.line(contact) ?? "")
    (self.referredAt, self.decision) = (referredAt, decision)
  }

  package static let longestField = 200

  /// The record the address book gets. A contact that is no address stays with the guest who gave it.
  package var record: PersonRecord {
    PersonRecord(name: name, email: email, organisation: "", role: line, country: "", topics: [])
  }

  /// The address for letters; empty if the contact is something else.
  package var email: String { MailAddress.isValid(contact) ? contact : "" }

  /// The problems with it, by field.
  package var problems: [(field: Field, message: Message)] {
    var problems: [(Field, Message)] = []
    if name.isEmpty { problems.append((.name, Message("referral.error.name"))) }
    if !PlainName.isPlain(name) { problems.append((.name, Message("error.name.plain"))) }
    for (field, text) in [(Field.name, name), (.line, line), (.contact, contact)] where text.length > Self.longestField
    {
      problems.append((field, Message("guests.error.tooLong", ["limit": String(Self.longestField)])))
    }
    return problems
  }

  /// The names of the form's fields; on the page, the guest's own card uses other names.
  package enum Field: String, Sendable, CaseIterable {
    case name = "referred"
    case line = "referredLine"
    case contact = "referredContact"
  }
}
