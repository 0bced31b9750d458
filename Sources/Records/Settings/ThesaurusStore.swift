import Core
import Database

/// A host's lines of equivalent terms, as typed.
package struct ThesaurusStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  package func text(of host: HostID) throws -> String {
    try connection.row("SELECT thesaurus FROM host WHERE id = \(host)")?.get("thesaurus") ?? ""
  }

  package func save(_ text: String, of host: HostID) throws {
    try connection.execute("UPDATE host SET thesaurus = \(text) WHERE id = \(host)")
  }
}
