import Foundation

/// One step of the schema: its number and its statements.
package struct Migration: Sendable {
  package let number: Int
  package let statements: [String]

  /// - Parameter script: statements, each ended by a semicolon at the end of a line; `--` begins a comment.
  package init(number: Int, script: String) {
    self.number = number
    let code = script.split(separator: "\n", omittingEmptySubsequences: true)
      .map { $0.components(separatedBy: "--")[0].trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
      .joined(separator: "\n")
    statements = code.components(separatedBy: ";\n")
      .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "; \n")) }
      .filter { !$0.isEmpty }
  }
}

/// Brings a database to the newest schema, each step in a transaction of its own.
package struct Migrator: Sendable {
  private let migrations: [Migration]

  package init(_ migrations: [Migration]) {
    self.migrations = migrations.sorted { $0.number < $1.number }
  }

  /// Applies what is missing. A database newer than this program is refused: an old binary would damage it.
  /// - Returns: the numbers that were applied.
  package func migrate(_ database: some Database) async throws -> [Int] {
    let present = try await database.write { connection in
      try connection.execute("CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY)")
      return try connection.rows("SELECT number FROM migration") { try $0.get("number", as: Int.self) }
    }
    let newest = migrations.last?.number ?? 0
    if let unknown = present.max(), unknown > newest {
      throw DatabaseError(.other, "the database has schema \(unknown), this program knows \(newest)")
    }
    let missing = migrations.filter { !present.contains($0.number) }
    for migration in missing { try await apply(migration, to: database) }
    return missing.map(\.number)
  }

  private func apply(_ migration: Migration, to database: some Database) async throws {
    try await database.write { connection in
      for statement in migration.statements { try connection.execute(SQL(stringLiteral: statement)) }
      try connection.execute("INSERT INTO migration (number) VALUES (\(migration.number))")
    }
  }
}
