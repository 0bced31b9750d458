import Core
import Database
import Foundation
import Hashes
import House
import Records

/// Copies every row of one database into another, whatever the engines: the same links work afterwards.
package struct DatabaseCopy: Sendable {
  package struct Table: Sendable, Equatable {
    package let name: String
    package let rows: Int
    /// SHA-256 over all rows in the order of the key.
    package let hash: String
  }

  let source: any DatabaseEngine
  let target: any DatabaseEngine

  package init(from source: any DatabaseEngine, to target: any DatabaseEngine) {
    (self.source, self.target) = (source, target)
  }

  /// Reads one state of the source, writes it in an order in which every reference finds its row, and reads the target
  /// back.
  /// - Returns: the tables as both have them.
  /// - Throws: `BackupRefusal` if the target already holds something, the source is of another version, or the two
  ///   differ afterwards; everything written is then removed.
  package func run() async throws -> [Table] {
    let tables = try await ready()
    do {
      let written = try await copy(tables)
      let read = try await target.read { connection in
        try tables.map { try Self.walk($0, connection) { _ in } }
      }
      // The file is complete without the log beside it.
      try await target.forgetDeleted(lookingFor: [])
      for (one, other) in zip(written, read) where one != other {
        throw BackupRefusal(description: "\(one.name) differs: \(one.rows) rows were copied, \(other.rows) are there.")
      }
      return written
    } catch {
      try? await empty(tables)
      throw error
    }
  }

  /// - Returns: the tables in an order in which rows can be written.
  private func ready() async throws -> [TableShape] {
    let migrator = Migrator(try bundledMigrations())
    guard try await migrator.missing(in: source).isEmpty else {
      throw BackupRefusal(description: "\(source.place) is of an older version. Start the program with it once.")
    }
    _ = try await migrator.migrate(target)
    let tables = try await source.tables().filter { !$0.name.hasPrefix("migration") }.inOrderOfReferences
    for table in tables where table.name != "installation" {
      if try await target.read({ try $0.count(table.counting) }) > 0 {
        throw BackupRefusal(
          description: "\(target.place) holds something already (\(table.name)). Nothing was changed.")
      }
    }
    // A first start has already counted itself.
    try await empty(tables)
    return tables
  }

  private func empty(_ tables: [TableShape]) async throws {
    try await target.write { connection in
      for table in tables.reversed() { try connection.execute(table.emptying) }
    }
  }

  private func copy(_ tables: [TableShape]) async throws -> [Table] {
    let writer = WaitingDatabase(database: target)
    return try await source.read { connection in
      try tables.map { table in
        try Self.walk(table, connection) { rows in
          let insertion = table.insertion(of: rows)
          _ = try writer.write { try $0.execute(insertion) }
        }
      }
    }
  }

  /// - Parameter take: gets all rows, in batches.
  private static func walk(
    _ table: TableShape, _ connection: any Connection, _ take: ([[Value]]) throws -> Void
  ) throws -> Table {
    let size = max(1, min(500, 8000 / table.columns.count))
    let hash = RunningHash(.sha256)
    var (count, last): (Int, [Value]?) = (0, nil)
    while true {
      let rows = try connection.rows(table.rows(after: last, limit: size)).map { $0.values.map(\.databaseValue) }
      if rows.isEmpty { break }
      for row in rows { hash.update(Array(row.map(\.distinct).joined(separator: "\u{1F}").utf8)) }
      try take(rows)
      count += rows.count
      last = table.key(of: rows[rows.count - 1])
      if rows.count < size { break }
    }
    return Table(name: table.name, rows: count, hash: hexadecimal(hash.digest))
  }
}

extension Value {
  /// Different for different values.
  fileprivate var distinct: String {
    switch self {
    case .null: "n"
    case .integer(let integer): "i\(integer)"
    case .real(let real): "r\(real)"
    case .text(let text): "t\(text.utf8.count):\(text)"
    }
  }
}
