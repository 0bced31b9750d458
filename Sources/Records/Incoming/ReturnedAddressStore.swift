import Core
import Database

/// Addresses in a host's address book that bounced permanently. Nothing more is sent there until another address is
/// known or the host tries again.
package struct ReturnedAddressStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// True if it is the current address of somebody in the host's address book, and mail to it bounced.
  package func holds(_ address: String, of host: HostID) throws -> Bool {
    let key = MailAddress.key(address)
    return try !key.isEmpty
      && connection.row(
        """
        SELECT 1 AS one FROM person WHERE host_id = \(host) AND email_key = \(key) AND returned_key = \(key) LIMIT 1
        """) != nil
  }

  /// Records that mail to their current address bounced.
  package func mark(_ person: PersonID) throws {
    try connection.execute("UPDATE person SET returned_key = coalesce(email_key, '') WHERE id = \(person)")
  }

  /// The host wants it tried again.
  package func clear(_ address: String, of host: HostID) throws {
    try connection.execute(
      "UPDATE person SET returned_key = '' WHERE host_id = \(host) AND returned_key = \(MailAddress.key(address))")
  }
}
