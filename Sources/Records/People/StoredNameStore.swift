import Core
import Database
import Foundation

/// The names in all address books, for reading them again once the program knows more about names.
package struct StoredNameStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  package struct Named: Sendable {
    package let id: PersonID
    package let host: HostID
    package let name: String
  }

  /// The edition with which they were last read; 0 for never.
  package func edition() throws -> Int {
    try connection.row("SELECT names_read FROM installation WHERE id = 1")?.get("names_read") ?? 0
  }

  package func finish(_ edition: Int) throws {
    try connection.execute("UPDATE installation SET names_read = \(edition) WHERE id = 1")
  }

  /// In the order of their ids.
  /// - Parameter last: only names after this one.
  package func names(after last: PersonID?, limit: Int) throws -> [Named] {
    try connection.rows(
      """
      SELECT id, host_id, name FROM person WHERE id > \(last?.description ?? "") ORDER BY id LIMIT \(limit)
      """
    ) { Named(id: try $0.get("id"), host: try $0.get("host_id"), name: try $0.get("name")) }
  }
}
