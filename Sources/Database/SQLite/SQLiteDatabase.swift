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
        try body(SQLiteConnection($0, memory, remembers: true, fingerprintKey))
      }
    }
  }

  @discardableResult
  package func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await Self.translatingLater {
      try await pool.write {
        try body(SQLiteConnection($0, memory, remembers: false, fingerprintKey))
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
  private let memory: ConnectionMemory
  /// False for a writer, since a connection isn't told of its own changes.
  private let remembers: Bool
  let fingerprintKey: [UInt8]

  init(_ database: GRDB.Database, _ memory: SQLiteMemory, remembers: Bool, _ fingerprintKey: [UInt8]) {
    self.database = database
    self.memory = memory.connection(database)
    self.remembers = remembers
    self.fingerprintKey = fingerprintKey
  }

  func forEach(_ sql: SQL, _ row: (Row) throws -> Void) throws {
    let statement = try prepared(sql)
    let columns = memory.columns(of: statement)
    let cursor = ValueCursor(statement)
    while let values = try cursor.next() { try row(Row(columns: columns, values: values)) }
  }

  func remembered<Answer: Sendable>(_ sql: SQL, as make: ([Row]) throws -> Answer) throws -> Answer {
    guard remembers else { return try make(rows(sql)) }
    return try memory.answer(to: sql, in: database) { try make(rows(sql)) }
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
