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

  /// Compares addresses of people and hosts by their current form from now on. Where two would be one, both stay: the
  /// host merges them.
  package func renewAddressKeys() throws {
    let people = try connection.rows("SELECT id, host_id, email, email_key FROM person WHERE email_key LIKE '%@%xn--%'")
    {
      (
        id: try $0.get("id", as: PersonID.self), host: try $0.get("host_id", as: HostID.self),
        key: MailAddress.key(try $0.get("email", as: String.self)), old: try $0.get("email_key", as: String.self)
      )
    }
    for person in people where person.key != person.old {
      try connection.execute(
        """
        UPDATE person SET email_key = \(person.key),
          returned_key = CASE WHEN returned_key = email_key THEN \(person.key) ELSE returned_key END
        WHERE id = \(person.id) AND NOT EXISTS (
          SELECT 1 FROM person AS other WHERE other.host_id = \(person.host) AND other.email_key = \(person.key))
        """)
    }
    let hosts = try connection.rows("SELECT id, email FROM host WHERE email LIKE '%@%xn--%'") {
      (id: try $0.get("id", as: HostID.self), key: MailAddress.key(try $0.get("email", as: String.self)))
    }
    for host in hosts {
      try connection.execute(
        """
        UPDATE host SET email = \(host.key)
        WHERE id = \(host.id) AND NOT EXISTS (SELECT 1 FROM host AS other WHERE other.email = \(host.key))
        """)
    }
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
