import Core
import Database
import Foundation

/// Addresses that hosts want but haven't proved to be theirs yet.
package struct AddressChangeStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// Replaces an earlier one.
  package func insert(_ email: String, of host: HostID, hash: String, until expiry: Date) throws {
    try remove(of: host)
    try connection.execute(
      """
      INSERT INTO address_change (host_id, token_hash, email, expires_at)
      VALUES (\(host), \(hash), \(email), \(expiry))
      """)
  }

  /// The address waiting to be proved; nil for none.
  package func pending(of host: HostID, at now: Date) throws -> String? {
    try connection.row(
      "SELECT email FROM address_change WHERE host_id = \(host) AND expires_at > \(now)")?.get("email")
  }

  /// The address of a link; nil for another host's link, and for one that was used or has expired.
  package func email(hash: String, of host: HostID, at now: Date) throws -> String? {
    try connection.row(
      """
      SELECT email FROM address_change
      WHERE token_hash = \(hash) AND host_id = \(host) AND expires_at > \(now)
      """)?.get("email")
  }

  package func remove(of host: HostID) throws {
    try connection.execute("DELETE FROM address_change WHERE host_id = \(host)")
  }
}
