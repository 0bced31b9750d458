import Database

/// Which steps of the schema a database has seen.
package struct SchemaStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// 0 for a database that has seen none.
  package func version() throws -> Int {
    try connection.count("SELECT coalesce(max(number), 0) AS n FROM migration")
  }
}
