import Core
import Foundation

/// Somebody in a host's address book.
package struct Person: Sendable, Equatable {
  package let id: PersonID
  package var record: PersonRecord
  package let createdAt: Date
  package let changedAt: Date

  package init(id: PersonID, record: PersonRecord, createdAt: Date, changedAt: Date) {
    self.id = id
    self.record = record
    self.createdAt = createdAt
    self.changedAt = changedAt
  }

  /// The name, or the address of somebody without one.
  package var shownName: String { record.name.isEmpty ? record.email : record.name }
}

/// The forms of a record in which it is stored to be found again.
extension PersonRecord {
  /// Nil without an address.
  package var emailKey: String? { email.isEmpty ? nil : MailAddress.key(email) }

  /// Name and organisation as compared; empty without a name. Neither holds a line end.
  package var nameKey: String { NameKey(self).map { "\($0.name)\n\($0.organisation)" } ?? "" }

  /// One field per line, so that no search finds the end of one together with the beginning of the next.
  package var searchKey: String {
    ([name, organisation, role] + topics).map(SearchKey.fold).joined(separator: "\n")
  }
}
