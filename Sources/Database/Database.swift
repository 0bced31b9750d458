/// A database, whichever engine is below. A read sees one state from beginning to end; a write is one transaction,
/// which is on disk when `write` returns and undone if the closure throws.
///
/// The body of a read or write may run twice: an engine undoes a transaction that conflicted with another and runs it
/// again. So it must change nothing except the database, and return its findings. A failed statement ends its
/// transaction, whether or not the body catches the error.
package protocol Database: Sendable {
  func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T
  @discardableResult
  func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T
  /// A consistent copy in a new file, taken while others read and write.
  func backUp(to path: String) async throws
  /// Leaves no trace of deleted data in the engine's files.
  /// - Parameter needles: parts of that data, by which the engine may check its work; nil if there are too many to look
  ///   for.
  func forgetDeleted(lookingFor needles: [String]?) async throws
  /// Does work that no other program may do on this database at the same time, such as a change of the schema; any
  /// other program waits.
  func alone<T: Sendable>(_ work: @Sendable () async throws -> T) async throws -> T
  /// The engine's figures about itself, by names of metrics.
  var gauges: [String: Double] { get }
}

extension Database {
  /// For engines in a folder that a single program locks.
  package func alone<T: Sendable>(_ work: @Sendable () async throws -> T) async throws -> T { try await work() }

  package var gauges: [String: Double] { [:] }

  /// For engines whose files are not ours.
  package func forgetDeleted(lookingFor needles: [String]?) async throws {}
}

/// Statements inside one read or write.
package protocol Connection {
  /// Passes on the rows one by one, so that a long result needs no memory.
  func forEach(_ sql: SQL, _ row: (Row) throws -> Void) throws
  /// Runs a statement and returns the number of rows it changed.
  @discardableResult func execute(_ sql: SQL) throws -> Int
  /// What `make` makes of a statement's rows and of whatever else it reads here. An engine may keep it until somebody changes the
  /// database, so it must follow from the statement and the database alone: not from the time, and not from anything else that
  /// `make` knows. For what costs much to find, such as a count of 100,000 people, or is looked at again and again.
  func remembered<Answer: Sendable>(_ sql: SQL, as make: ([Row]) throws -> Answer) throws -> Answer
  /// A secret of the installation that is not in the database, for data stored there only as a fingerprint.
  var fingerprintKey: [UInt8] { get }
  /// The end of a statement that takes the next row from a queue: it neither waits for a row that another worker is
  /// taking, nor finds it.
  var takingTurns: SQL { get }
  /// The end of a statement whose rows nobody else may change until this transaction ends.
  var holdingRows: SQL { get }
  /// As `holdingRows`, for what several may hold at once.
  var sharingRows: SQL { get }
  /// The time by the clock that all programs at this database share, as a column that holds one.
  var clock: SQL { get }
  /// True if the member with this number has certainly ended, as far as the engine knows. No such member begins before this transaction
  /// ends.
  func hasEnded(member: Int) throws -> Bool
}

extension Connection {
  /// For engines with one writer at a time.
  package var takingTurns: SQL { "" }

  package var holdingRows: SQL { "" }

  package var sharingRows: SQL { "" }

  package var clock: SQL { "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)" }

  package func hasEnded(member: Int) throws -> Bool { false }

  package func remembered<Answer: Sendable>(_ sql: SQL, as make: ([Row]) throws -> Answer) throws -> Answer {
    try make(rows(sql))
  }

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

  /// The single number returned by a statement like `SELECT count(*) AS n`, in the column `n`.
  package func count(_ sql: SQL) throws -> Int {
    try row(sql)?.get("n") ?? 0
  }
}
