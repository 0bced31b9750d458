/// A database, whichever engine is below. Reads see one state from beginning to end; a write is one transaction, which
/// is on the disk when `write` returns and undone when the closure throws.
///
/// The body of a read or write may run twice: an engine undoes what met another transaction and runs it again. So it changes nothing but
/// the database, and what it finds it returns. A statement that failed ends its transaction, whether the body catches the error or not.
package protocol Database: Sendable {
  func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T
  @discardableResult
  func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T
  /// A consistent copy in a new file, taken while others read and write.
  func backUp(to path: String) async throws
  /// Leaves nothing in the engine's files of what was deleted.
  /// - Parameter needles: parts of it, by which the engine may see whether it has done so; nil where there are too many to look for.
  func forgetDeleted(lookingFor needles: [String]?) async throws
  /// Does work that no other program may do at the same time with this database, such as a change of the schema; another one waits.
  func alone<T: Sendable>(_ work: @Sendable () async throws -> T) async throws -> T
  /// What the engine can tell of itself, by names of metrics.
  var gauges: [String: Double] { get }
}

extension Database {
  /// For engines in a folder that one program locks.
  package func alone<T: Sendable>(_ work: @Sendable () async throws -> T) async throws -> T { try await work() }

  package var gauges: [String: Double] { [:] }

  /// For engines whose files are not ours.
  package func forgetDeleted(lookingFor needles: [String]?) async throws {}
}

/// Statements inside one read or write.
package protocol Connection {
  /// Hands over the rows one by one, so that a long result needs no memory.
  func forEach(_ sql: SQL, _ row: (Row) throws -> Void) throws
  /// Runs a statement; the number of rows it changed.
  @discardableResult func execute(_ sql: SQL) throws -> Int
  /// The rows of a statement that reads a lot and answers little, such as a count of 100,000 people. An engine may keep them for as long as
  /// nobody has changed the database.
  func remembered(_ sql: SQL) throws -> [Row]
  /// A secret of the installation's that does not stand in the database, for what is stored there as a fingerprint only.
  var fingerprintKey: [UInt8] { get }
  /// The end of a statement that looks for the next row to take out of a queue: it doesn't wait for what another worker is taking, and
  /// doesn't find it either.
  var takingTurns: SQL { get }
}

extension Connection {
  /// For engines with one writer at a time.
  package var takingTurns: SQL { "" }

  package func remembered(_ sql: SQL) throws -> [Row] { try rows(sql) }

  package func rows(_ sql: SQL) throws -> [Row] {
    var rows: [Row] = []
    try forEach(sql) { rows.append($0) }
    return rows
  }

  package func rows<T>(_ sql: SQL, as make: (Row) throws -> T) throws -> [T] {
    var values: [T] = []
    try forEach(sql) { values.append(try make($0)) }
    return values
  }

  package func row(_ sql: SQL) throws -> Row? {
    try rows(sql).first
  }

  /// The single number a statement like `SELECT count(*) AS n` gives, in the column `n`.
  package func count(_ sql: SQL) throws -> Int {
    try row(sql)?.get("n") ?? 0
  }
}
