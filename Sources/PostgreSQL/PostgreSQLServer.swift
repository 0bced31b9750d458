import Database

/// The requirements for a server and its database.
struct PostgreSQLServer {
  private static let oldest = 15
  private let connection: PostgreSQLConnection

  init(_ connection: PostgreSQLConnection) {
    self.connection = connection
  }

  /// - Throws: `DatabaseError` with advice.
  func demandUsable() throws {
    let found = try row(
      """
      SELECT current_setting('server_version_num')::int / 10000 AS version, pg_encoding_to_char(encoding) AS encoding,
        datcollate AS collation FROM pg_database WHERE datname = current_database()
      """)
    let version: Int = try found.get("version")
    guard version >= Self.oldest else {
      throw refusal("PostgreSQL \(Self.oldest) or newer is needed, this is \(version)")
    }
    let (encoding, collation): (String, String) = (try found.get("encoding"), try found.get("collation"))
    guard encoding == "UTF8", ["C", "POSIX", "C.UTF-8", "C.utf8"].contains(collation) else {
      throw refusal(
        "the database has encoding \(encoding) and collation \(collation), but texts are compared byte by byte. Make it by "
          + "CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'")
    }
  }

  /// True if a commit is on disk before it is acknowledged: in this session, and by the server's whole configuration.
  func flushesCommits() throws -> Bool {
    let found = try row(
      "SELECT current_setting('fsync') AS flushes, current_setting('synchronous_commit') AS waits")
    return try found.get("flushes", as: String.self) == "on" && found.get("waits", as: String.self) != "off"
  }

  private func row(_ sql: SQL) throws -> Row {
    var rows: [Row] = []
    try connection.result(of: sql).rows { rows.append($0) }
    guard let row = rows.first else { throw refusal("the database does not know itself") }
    return row
  }

  private func refusal(_ words: String) -> DatabaseError { DatabaseError(.other, "PostgreSQL: \(words).") }
}
