import Core
import Database
import Foundation

/// Mail that came in and waits to be read. Each is stored once: a mail with a known fingerprint is the same one again.
package struct IncomingStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  package struct Waiting: Sendable {
    package let id: IncomingMailID
    package let recipient: String
    package let data: Data
    package let attempts: Int
    package let receivedAt: Date
  }

  package enum State: String, Bindable, Sendable {
    case waiting, taken
    /// Belongs to nobody: the guest no longer exists, or it isn't a mail.
    case nobodys
    /// Reading it failed time and again.
    case failed
  }

  /// - Returns: false if it was already there.
  @discardableResult
  package func add(
    _ id: IncomingMailID, _ data: Data, to recipient: String, fingerprint: String, at now: Date
  ) throws -> Bool {
    try connection.execute(
      """
      INSERT INTO incoming_mail (id, fingerprint, recipient, raw, state, received_at)
      VALUES (\(id), \(fingerprint), \(recipient), \(data.base64EncodedString()), \(State.waiting), \(now))
      ON CONFLICT (fingerprint) DO NOTHING
      """) == 1
  }

  /// Claims mails, untried ones first, and counts the try, so that one that crashes the program is not tried for ever.
  /// One that has been tried before comes alone.
  package func claim(_ most: Int) throws -> [Waiting] {
    let rows = try connection.rows(
      "SELECT * FROM incoming_mail WHERE state = 'waiting' ORDER BY attempts, id LIMIT \(most)", as: Waiting.init)
    guard let first = rows.first else { return [] }
    let mails = first.attempts == 0 ? rows.filter { $0.attempts == 0 } : [first]
    try connection.execute(
      "UPDATE incoming_mail SET attempts = attempts + 1 WHERE id IN \(list: mails.map(\.id))")
    return mails
  }

  /// Drops its bytes.
  package func end(_ id: IncomingMailID, as state: State) throws {
    try connection.execute("UPDATE incoming_mail SET state = \(state), raw = '' WHERE id = \(id)")
  }

  package func isWaiting(_ id: IncomingMailID) throws -> Bool {
    try connection.row("SELECT 1 AS one FROM incoming_mail WHERE id = \(id) AND state = 'waiting'") != nil
  }

  /// The number waiting.
  package func count() throws -> Int {
    try connection.count("SELECT count(*) AS n FROM incoming_mail WHERE state = 'waiting'")
  }

  package func isAnyWaiting() throws -> Bool {
    try connection.row("SELECT 1 AS one FROM incoming_mail WHERE state = 'waiting' LIMIT 1") != nil
  }

  /// Forgets mails from so long ago that nobody will deliver them again.
  package func remove(before time: Date) throws {
    try connection.execute("DELETE FROM incoming_mail WHERE received_at < \(time)")
  }
}

extension IncomingStore.Waiting {
  init(_ row: Row) throws {
    let raw: String = try row.get("raw")
    self.init(
      id: try row.get("id"), recipient: try row.get("recipient"), data: Data(base64Encoded: raw) ?? Data(),
      attempts: try row.get("attempts"), receivedAt: try row.get("received_at"))
  }
}
