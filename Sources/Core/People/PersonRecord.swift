import Foundation
import Names

/// The facts known about one person, from a list or from the address book. A field that isn't known is empty. Texts are
/// trimmed and have no runs of white space; no topic is there twice.
package struct PersonRecord: Sendable, Hashable {
  package private(set) var name: String
  /// As written by whoever gave it; compare by `MailAddress.key`.
  package private(set) var email: String
  package let organisation: String
  package let role: String
  package let country: String
  /// The subjects the person speaks about or cares for, in the source's order.
  package let topics: [String]
  /// The topics that are titles of their talks.
  package let talks: [String]
  /// Absolute addresses of pages where they can be found; see `ContactLink`.
  package let links: [String]
  /// The source's own way of telling people of one name apart; known while a list is read, never stored.
  package let identity: String
  /// The way they are spoken to.
  package let manner: Manner

  package init(
    name: String = "", email: String = "", organisation: String = "", role: String = "", country: String = "",
    topics: [String] = [], talks: [String] = [], links: [String] = [], identity: String = "",
    manner: Manner = Manner()
  ) {
    self.name = name.collapsingWhitespace
    self.email = email.collapsingWhitespace
    self.organisation = organisation.collapsingWhitespace
    self.role = role.collapsingWhitespace
    self.country = country.collapsingWhitespace
    self.topics = TopicList.union(topics, [])
    self.talks = talks.isEmpty ? [] : TopicList.union(talks, [])
    self.links = links.isEmpty ? [] : ContactLink.urls(in: links)
    self.identity = identity
    self.manner = manner
  }

  /// True if a name begins with a degree, as in `PhD Anna Adler`.
  package static func hasDegreeInFront(_ name: String) -> Bool { PersonName.beginsWithDegree(name) }

  /// The same person, with titles before the name and degrees after it.
  package var withSpokenName: PersonRecord {
    var person = self
    person.name = PersonName(name).spoken
    return person
  }

  /// The same person at another address.
  package func reached(at address: String) -> PersonRecord {
    var person = self
    person.email = address.collapsingWhitespace
    return person
  }
}
