import Core
import Database
import Foundation

/// The names in all address books, to be read again when the program knows more of names.
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

  /// The edition by which they were read last; 0 for never.
  package func edition() throws -> Int {
    try connection.row("SELECT names_read FROM installation WHERE id = 1")?.get("names_read") ?? 0
  }

  package func finish(_ edition: Int) throws {
    try connection.execute("UPDATE installation SET names_read = \(edition) WHERE id = 1")
  }

  /// In the order of their ids.
  /// - Parameter last: those behind it only.
  package func names(after last: PersonID?, limit: Int) throws -> [Named] {
    try connection.rows(
      """
      SELECT id, host_id, name FROM person WHERE id > \(last?.description ?? "") ORDER BY id LIMIT \(limit)
      """
    ) { Named(id: try $0.get("id"), host: try $0.get("host_id"), name: try $0.get("name")) }
  }
}
