import Database
import Foundation

/// The point up to which a mailbox has been read.
package struct MailboxMarkStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// - Returns: the first unknown UID; 1 for a new mailbox, or one that has restarted its numbering.
  package func first(of account: String, validity: UInt32) throws -> UInt32 {
    let row = try connection.row(
      "SELECT last_uid FROM mailbox_mark WHERE account = \(account) AND validity = \(Int(validity))")
    return try row.map { UInt32(clamping: try $0.get("last_uid", as: Int.self) + 1) } ?? 1
  }

  package func set(_ account: String, validity: UInt32, last uid: UInt32, at now: Date) throws {
    try connection.execute(
      """
      INSERT INTO mailbox_mark (account, validity, last_uid, looked_at)
      VALUES (\(account), \(Int(validity)), \(Int(uid)), \(now))
      ON CONFLICT (account) DO UPDATE SET
        validity = excluded.validity, last_uid = excluded.last_uid, looked_at = excluded.looked_at
      """)
  }
}
