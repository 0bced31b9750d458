import Database

/// One transaction as stores see it.
struct PostgreSQLTransaction: Connection {
  let connection: PostgreSQLConnection
  let fingerprintKey: [UInt8]

  var takingTurns: SQL { "FOR UPDATE SKIP LOCKED" }

  var holdingRows: SQL { "FOR UPDATE" }

  var sharingRows: SQL { "FOR SHARE" }

  var clock: SQL { "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)" }

  /// The lock is taken for a moment, beside others that ask; for as long its owner can't come back.
  func hasEnded(member: Int) throws -> Bool {
    var found = false
    try forEach("SELECT pg_try_advisory_xact_lock_shared(\(MemberLock.space), \(member)) AS found") {
      found = try $0.get("found")
    }
    return found
  }

  func forEach(_ sql: SQL, _ row: (Row) throws -> Void) throws {
    try connection.result(of: sql).rows(row)
  }

  func execute(_ sql: SQL) throws -> Int {
    try connection.result(of: sql).changes
  }
}
