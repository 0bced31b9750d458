import Foundation
import Names

/// What is known about one person, from a list or from the address book. A field that isn't known is empty. Texts are
/// trimmed and have no runs of white space; no topic is there twice.
package struct PersonRecord: Sendable, Hashable {
  package private(set) var name: String
  /// As written by whoever gave it; compare by `MailAddress.key`.
  package private(set) var email: String
  package let organisation: String
  package let role: String
  package let country: String
  /// What the person speaks about or cares for, in the source's order.
  package let topics: [String]
  /// Those of the topics that are titles of their talks.
  package let talks: [String]
  /// Absolute addresses of pages where they are found; see `ContactLink`.
  package let links: [String]
  /// By what the source itself tells people of one name apart; known while a list is read, stored nowhere.
  package let identity: String
  /// How they are spoken to.
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

  /// Whether a name begins with a degree, as in `PhD Anna Adler`.
  package static func hasDegreeInFront(_ name: String) -> Bool { PersonName.beginsWithDegree(name) }

  /// The same person, with titles before their name and degrees behind it.
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
