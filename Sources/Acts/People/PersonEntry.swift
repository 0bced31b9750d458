import Core
import Foundation
import House
import Records

/// A person as edited by a host, as typed.
package struct PersonEntry: Sendable, Equatable {
  package var name = ""
  package var email = ""
  package var organisation = ""
  package var role = ""
  package var country = ""
  /// One per line.
  package var topics = ""
  package var manner = Manner()
  /// Pages where they can be found, one per line.
  package var links = ""
  package var note = ""

  package init(_ person: Person) {
    self.init(person.record)
    note = person.note
  }

  package init(_ record: PersonRecord) {
    name = record.name
    email = record.email
    organisation = record.organisation
    role = record.role
    country = record.country
    topics = record.topics.joined(separator: "\n")
    manner = record.manner
    links = record.links.joined(separator: "\n")
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
    links = form.text("links")
    note = form.text("note")
  }

  /// Characters of a single-line field.
  package static let fieldLimit = 300
  package static let noteLimit = 4000

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
    let pages = links.split(whereSeparator: \.isWhitespace).map(String.init)
    if let wrong = pages.first(where: { ContactLink($0) == nil }) {
      errors["links"] = Message("person.error.link", ["value": wrong])
    } else if pages.count > ContactLink.most {
      errors["links"] = Message("person.error.links", ["limit": String(ContactLink.most)])
    }
    if note.length > Self.noteLimit {
      errors["note"] = Message("person.error.tooLong", ["limit": String(Self.noteLimit)])
    }
    guard errors.isEmpty else { throw errors }
    return PersonRecord(
      name: name, email: email, organisation: organisation, role: role, country: country, topics: lines,
      links: pages, manner: manner)
  }
}
