import GRDB

extension SQLiteDatabase {
  /// Whether each commit is flushed to the disk before it is acknowledged, read back from the engine.
  package func flushesCommits() throws -> Bool {
    try Self.translating {
      try pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2
    }
  }

  /// What the engine finds broken in the file, in its own words; empty for a sound one.
  package func damage() throws -> [String] {
    try Self.translating {
      try pool.read { try String.fetchAll($0, sql: "PRAGMA quick_check(10)") }.filter { $0 != "ok" }
    }
  }
}
