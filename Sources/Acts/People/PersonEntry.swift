import Core
import Foundation
import House

/// A person as a host edits them, as it was typed.
package struct PersonEntry: Sendable, Equatable {
  package var name = ""
  package var email = ""
  package var organisation = ""
  package var role = ""
  package var country = ""
  /// One per line.
  package var topics = ""
  package var manner = Manner()

  package init(_ record: PersonRecord) {
    name = record.name
    email = record.email
    organisation = record.organisation
    role = record.role
    country = record.country
    topics = record.topics.joined(separator: "\n")
    manner = record.manner
  }

  package init(_ form: Form) {
    name = form.text("name")
    email = form.text("email")
    organisation = form.text("organisation")
    role = form.text("role")
    country = form.text("country")
    topics = form.text("topics")
    manner = Manner(
      honorific: Honorific(rawValue: form.text("honorific")), language: Language(rawValue: form.text("language")))
  }

  /// Characters of a field on one line.
  package static let fieldLimit = 300

  /// - Throws: `FieldErrors`.
  package func record() throws(FieldErrors) -> PersonRecord {
    var errors = FieldErrors()
    if name.isEmpty, email.isEmpty { errors["name"] = Message("person.error.nobody") }
    if !email.isEmpty, !MailAddress.isValid(email) {
      errors["email"] = Message("person.error.email", ["value": email])
    }
    let fields = [
      ("name", name), ("email", email), ("organisation", organisation), ("role", role), ("country", country),
    ]
    for (field, text) in fields where text.length > Self.fieldLimit {
      errors[field] = Message("person.error.tooLong", ["limit": String(Self.fieldLimit)])
    }
    let lines = topics.split(whereSeparator: \.isNewline).map(String.init)
    if lines.contains(where: { $0.length > Self.fieldLimit }) {
      errors["topics"] = Message("person.error.tooLong", ["limit": String(Self.fieldLimit)])
    }
    guard errors.isEmpty else { throw errors }
    return PersonRecord(
      name: name, email: email, organisation: organisation, role: role, country: country, topics: lines,
      manner: manner)
  }
}
