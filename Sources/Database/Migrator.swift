import Foundation

/// One step of the schema: its number and its statements.
package struct Migration: Sendable {
  package let number: Int
  package let statements: [String]
  /// The hash of the statements without comments: a step that has landed is never edited.
  package let hash: String

  /// - Parameters:
  ///   - script: statements, each ended by a semicolon at the end of a line; `--` begins a comment.
  ///   - hash: computes the hash of a text, such as SHA-256 in hexadecimal.
  package init(number: Int, script: String, hash: (String) -> String) {
    self.number = number
    let code = script.split(separator: "\n", omittingEmptySubsequences: true)
      .map { $0.components(separatedBy: "--")[0].trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
      .joined(separator: "\n")
    statements = code.components(separatedBy: ";\n")
      .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "; \n")) }
      .filter { !$0.isEmpty }
    self.hash = hash(statements.joined(separator: ";\n"))
  }
}

/// Brings a database to the newest schema, each step in a transaction of its own.
package struct Migrator: Sendable {
  private let migrations: [Migration]

  package init(_ migrations: [Migration]) {
    self.migrations = migrations.sorted { $0.number < $1.number }
  }

  /// Applies the missing steps. A database newer than this program is refused, because an old binary would damage it.
  /// So is one to which a step was applied whose text has since changed: nobody knows its schema. Programs that start
  /// at the same time wait for one another.
  /// - Returns: the numbers of the steps that were applied.
  package func migrate(_ database: any Database) async throws -> [Int] {
    try await database.alone { try await applyMissing(to: database) }
  }

  private func applyMissing(to database: any Database) async throws -> [Int] {
    let present = try await database.write { connection in
      try connection.execute("CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY)")
      try connection.execute(
        "CREATE TABLE IF NOT EXISTS migration_hash (number INTEGER PRIMARY KEY, hash TEXT NOT NULL)")
      let present = try applied(connection)
      try demandKnown(present)
      try demandUnchanged(connection)
      try keepHashes(of: migrations.filter { present.contains($0.number) }, connection)
      return present
    }
    let missing = migrations.filter { !present.contains($0.number) }
    for migration in missing { try await apply(migration, to: database) }
    return missing.map(\.number)
  }

  /// The steps that a database lacks; changes nothing.
  /// - Throws: `DatabaseError` if `migrate` would refuse the database.
  package func missing(in database: any Database) async throws -> [Int] {
    try await database.read { connection in
      let present = try applied(connection)
      try demandKnown(present)
      let missing = migrations.map(\.number).filter { !present.contains($0) }
      if missing.isEmpty { try demandUnchanged(connection) }
      return missing
    }
  }

  private func applied(_ connection: any Connection) throws -> Set<Int> {
    Set(try connection.rows("SELECT number FROM migration") { try $0.get("number", as: Int.self) })
  }

  private func demandKnown(_ present: Set<Int>) throws {
    let newest = migrations.last?.number ?? 0
    if let unknown = present.max(), unknown > newest {
      throw DatabaseError(.other, "the database has schema \(unknown), this program knows \(newest)")
    }
  }

  private func demandUnchanged(_ connection: any Connection) throws {
    let hashes = try connection.rows("SELECT number, hash FROM migration_hash") { row in
      (try row.get("number", as: Int.self), try row.get("hash", as: String.self))
    }
    let known = Dictionary(hashes, uniquingKeysWith: { first, _ in first })
    for migration in migrations {
      if let hash = known[migration.number], hash != migration.hash {
        throw DatabaseError(
          .other, "step \(migration.number) of the schema is not the one that was applied to this database")
      }
    }
  }

  /// Steps applied before hashes were kept are trusted as they are.
  private func keepHashes(of migrations: [Migration], _ connection: any Connection) throws {
    for migration in migrations {
      try connection.execute(
        """
        INSERT INTO migration_hash (number, hash) VALUES (\(migration.number), \(migration.hash))
        ON CONFLICT (number) DO NOTHING
        """)
    }
  }

  private func apply(_ migration: Migration, to database: any Database) async throws {
    try await database.write { connection in
      for statement in migration.statements { try connection.execute(SQL(stringLiteral: statement)) }
      try connection.execute("INSERT INTO migration (number) VALUES (\(migration.number))")
      try keepHashes(of: [migration], connection)
    }
  }
}
