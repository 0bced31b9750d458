import Database

/// One transaction as stores see it.
struct PostgreSQLTransaction: Connection {
  let connection: PostgreSQLConnection
  let fingerprintKey: [UInt8]

  var takingTurns: SQL { "FOR UPDATE SKIP LOCKED" }

  func forEach(_ sql: SQL, _ row: (Row) throws -> Void) throws {
    try connection.result(of: sql).rows(row)
  }

  func execute(_ sql: SQL) throws -> Int {
    try connection.result(of: sql).changes
  }
}
