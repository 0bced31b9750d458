import Core
import Database

/// Addresses in a host's address book from which mail came back for good. Nothing more goes there, until another address is known or
/// the host tries it again.
package struct ReturnedAddressStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// Whether it is the present address of somebody in the host's address book, and mail to it came back.
  package func holds(_ address: String, of host: HostID) throws -> Bool {
    let key = MailAddress.key(address)
    return try !key.isEmpty
      && connection.row(
        """
        SELECT 1 AS one FROM person WHERE host_id = \(host) AND email_key = \(key) AND returned_key = \(key) LIMIT 1
        """) != nil
  }

  /// Mail to the address that they have now came back.
  package func mark(_ person: PersonID) throws {
    try connection.execute("UPDATE person SET returned_key = coalesce(email_key, '') WHERE id = \(person)")
  }

  /// The host wants it tried again.
  package func clear(_ address: String, of host: HostID) throws {
    try connection.execute(
      "UPDATE person SET returned_key = '' WHERE host_id = \(host) AND returned_key = \(MailAddress.key(address))")
  }
}
