import Database

/// Which steps of the schema a database has seen.
struct SchemaStore {
  let connection: any Connection

  /// 0 for a database that has seen none.
  func version() throws -> Int {
    try connection.count("SELECT coalesce(max(number), 0) AS n FROM migration")
  }
}
