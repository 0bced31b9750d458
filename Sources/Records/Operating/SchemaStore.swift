import Database

/// The steps of the schema that a database has been through.
package struct SchemaStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// 0 for a database that has been through none.
  package func version() throws -> Int {
    try connection.count("SELECT coalesce(max(number), 0) AS n FROM migration")
  }
}
