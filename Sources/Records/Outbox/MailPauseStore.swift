import Database
import Foundation

/// While no mail at all passes: known to all nodes that work with this database.
package struct MailPauseStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  package struct Pause: Sendable, Equatable {
    package let until: Date
    package let tries: Int
    /// What the mail server said, as whoever keeps it writes it down.
    package let failure: String

    package init(until: Date, tries: Int, failure: String) {
      (self.until, self.tries, self.failure) = (until, tries, failure)
    }
  }

  package func pause() throws -> Pause? {
    try connection.row("SELECT until, tries, failure FROM mail_pause WHERE id = 1").map { row in
      Pause(until: try row.get("until"), tries: try row.get("tries"), failure: try row.get("failure"))
    }
  }

  package func keep(_ pause: Pause) throws {
    try connection.execute(
      """
      INSERT INTO mail_pause (id, until, tries, failure) VALUES (1, \(pause.until), \(pause.tries), \(pause.failure))
      ON CONFLICT (id) DO UPDATE SET until = excluded.until, tries = excluded.tries, failure = excluded.failure
      """)
  }

  package func end() throws {
    try connection.execute("DELETE FROM mail_pause WHERE id = 1")
  }
}
