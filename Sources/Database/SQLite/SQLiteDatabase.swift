import Foundation
import GRDB
import GRDBSQLite
import SQLiteSettings

/// SQLite in one file: write-ahead log, foreign keys, and a flush to disk with each commit.
package struct SQLiteDatabase: DatabaseEngine {
  let pool: DatabasePool
  private let memory = SQLiteMemory()
  package var place: String { pool.path }
  package var fingerprintKey: [UInt8] = []

  /// Opens the file, creating it if necessary.
  /// - Throws: `DatabaseError` if the file can't be opened or the engine won't guarantee durability.
  package init(path: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(10)
    configuration.maximumReaderCount = 4
    // Deleted data is overwritten at once, not only when its page is reused.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA secure_delete = ON") }
    _ = Self.isSet
    pool = try Self.translating { try DatabasePool(path: path, configuration: configuration) }
    try Self.translating { try demandFlushes() }
  }

  /// Runs once in a process, before the first database is opened.
  private static let isSet: Void = { _ = sqlite_count_no_memory() }()

  /// GRDB sets `synchronous=NORMAL` when it turns on the write-ahead log, which loses acknowledged commits in a power
  /// cut.
  private func demandFlushes() throws {
    let (level, journal) = try pool.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA synchronous = FULL")
      return (
        try Int.fetchOne(database, sql: "PRAGMA synchronous"), try String.fetchOne(database, sql: "PRAGMA journal_mode")
      )
    }
    guard level == 2, journal == "wal" else {
      throw DatabaseError(.storage, "synchronous=\(level ?? -1) journal_mode=\(journal ?? "?"), wanted 2 and wal")
    }
  }

  package func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await Self.translatingLater {
      try await pool.read {
        try body(SQLiteConnection(database: $0, memory: memory, fingerprintKey: fingerprintKey))
      }
    }
  }

  @discardableResult
  package func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await Self.translatingLater {
      try await pool.write {
        try body(SQLiteConnection(database: $0, memory: nil, fingerprintKey: fingerprintKey))
      }
    }
  }

  package func backUp(to path: String) async throws {
    try Self.translating {
      let copy = try DatabaseQueue(path: path)
      try pool.backup(to: copy)
      try copy.close()
    }
  }

  static func translating<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch let error as GRDB.DatabaseError { throw DatabaseError(error) }
  }

  private static func translatingLater<T: Sendable>(_ body: @Sendable () async throws -> T) async throws -> T {
    do { return try await body() } catch let error as GRDB.DatabaseError { throw DatabaseError(error) }
  }
}

struct SQLiteConnection: Connection {
  let database: GRDB.Database
  /// Nil for a writer, since a connection isn't told of its own changes.
  let memory: SQLiteMemory?
  let fingerprintKey: [UInt8]

  func forEach(_ sql: SQL, _ row: (Row) throws -> Void) throws {
    let statement = try prepared(sql)
    let columns = Columns(statement.columnNames)
    let cursor = ValueCursor(statement)
    while let values = try cursor.next() { try row(Row(columns: columns, values: values)) }
  }

  func remembered(_ sql: SQL) throws -> [Row] {
    guard let memory else { return try rows(sql) }
    return try memory.rows(sql, in: database) { try rows(sql) }
  }

  func execute(_ sql: SQL) throws -> Int {
    try prepared(sql).execute()
    return database.changesCount
  }

  private func prepared(_ sql: SQL) throws -> Statement {
    let statement = try database.cachedStatement(sql: sql.text { _ in "?" })
    // GRDB sets a statement back and forgets what was bound, and takes no more part in it.
    statement.setUncheckedArguments(StatementArguments())
    try sql.values.bind(to: statement.sqliteStatement)
    return statement
  }
}
