import Core
import Database
import Foundation
import House

/// The folder in which the database believes it lies, and whether its mail is held back.
package struct FolderIdentityStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// Nil if it has never known one.
  package func identity() throws -> FolderIdentity? {
    guard let row = try connection.row("SELECT folder_token, folder_file FROM installation WHERE id = 1") else {
      return nil
    }
    let identity = FolderIdentity(token: try row.get("folder_token"), file: try row.get("folder_file"))
    return identity.token.isEmpty ? nil : identity
  }

  package func keep(_ identity: FolderIdentity) throws {
    try connection.execute(
      "UPDATE installation SET folder_token = \(identity.token), folder_file = \(identity.file) WHERE id = 1")
  }

  /// The time since when mail has been held back; nil if it isn't.
  package func mailHeldSince() throws -> Date? {
    try connection.row("SELECT mail_held_at FROM installation WHERE id = 1")?.find("mail_held_at")
  }

  package func holdMail(at now: Date) throws {
    try connection.execute("UPDATE installation SET mail_held_at = \(now) WHERE id = 1 AND mail_held_at IS NULL")
  }

  /// The number of mails in the queue, and of those written before; sign-in links are never held.
  package func heldMails(since: Date) throws -> (waiting: Int, older: Int) {
    let row = try connection.row(
      """
      SELECT count(*) AS waiting, coalesce(sum(CASE WHEN created_at < \(since) THEN 1 ELSE 0 END), 0) AS older
      FROM outbox WHERE state = 'queued' AND kind <> 'signIn'
      """)
    return (try row?.get("waiting") ?? 0, try row?.get("older") ?? 0)
  }

  package func callOff(before time: Date, _ problem: MailProblem) throws {
    try connection.execute(
      """
      UPDATE outbox SET state = 'cancelled', problem = \(problem.stored)
      WHERE state = 'queued' AND kind <> 'signIn' AND created_at < \(time)
      """)
  }

  package func releaseMail() throws {
    try connection.execute("UPDATE installation SET mail_held_at = NULL WHERE id = 1")
  }
}
