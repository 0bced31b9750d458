import GRDB

extension SQLiteDatabase {
  /// True if each commit is flushed to disk before it is acknowledged, as reported by the engine.
  package func flushesCommits() throws -> Bool {
    try Self.translating {
      try pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2
    }
  }

  /// The damage the engine finds in the file, in its own words; empty for a sound one.
  /// - Parameter thoroughly: true to compare indexes with their tables as well, which takes longer.
  package func damage(thoroughly: Bool = false) throws -> [String] {
    let check = thoroughly ? "PRAGMA integrity_check(10)" : "PRAGMA quick_check(10)"
    return try Self.translating {
      try pool.read { try String.fetchAll($0, sql: check) }.filter { $0 != "ok" }
    }
  }

  /// Ends all work with the file; its log is merged into it.
  package func close() throws {
    try Self.translating { try pool.close() }
  }
}
