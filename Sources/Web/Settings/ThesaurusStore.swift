import Core
import Database

/// A host's lines of equivalent terms, as they were typed.
struct ThesaurusStore {
  let connection: any Connection

  func text(of host: HostID) throws -> String {
    try connection.row("SELECT thesaurus FROM host WHERE id = \(host)")?.get("thesaurus") ?? ""
  }

  func save(_ text: String, of host: HostID) throws {
    try connection.execute("UPDATE host SET thesaurus = \(text) WHERE id = \(host)")
  }
}
