import Core
import Foundation

/// Somebody in a host's address book.
package struct Person: Sendable, Equatable {
  package let id: PersonID
  package var record: PersonRecord
  /// The host's own note; no guest sees it.
  package var note: String
  package let createdAt: Date
  package let changedAt: Date

  package init(id: PersonID, record: PersonRecord, note: String = "", createdAt: Date, changedAt: Date) {
    self.id = id
    self.record = record
    self.note = note
    self.createdAt = createdAt
    self.changedAt = changedAt
  }

  /// The name, or the address of somebody without one.
  package var shownName: String { record.name.isEmpty ? record.email : record.name }
}

/// The stored forms of a record by which it is found.
extension PersonRecord {
  /// Nil without an address.
  package var emailKey: String? { email.isEmpty ? nil : MailAddress.key(email) }

  /// Name and organisation as compared; empty without a name. Neither contains a line end.
  package var nameKey: String { NameKey(self).map { "\($0.name)\n\($0.organisation)" } ?? "" }

  /// The key shared with people who may be the same; empty for a name of one word.
  package var likenessKey: String { LikenessKey.key(of: name) }

  /// One per line.
  var storedLinks: String { links.joined(separator: "\n") }

  static func links(stored text: String) -> [String] { text.split(separator: "\n").map(String.init) }

  /// One field per line, so that no search finds the end of one field together with the beginning of the next.
  package var searchKey: String {
    ([name, organisation, role] + topics).map(SearchKey.fold).joined(separator: "\n")
  }
}
