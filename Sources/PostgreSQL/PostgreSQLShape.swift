import Database

extension PostgreSQLDatabase {
  package func tables() async throws -> [TableShape] {
    try await read { connection in
      let names = try connection.rows(
        "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
      ) { try $0.get("name", as: String.self) }
      return try names.map { name in
        TableShape(
          name: name, columns: try Self.columns(of: name, connection), key: try Self.key(of: name, connection),
          references: try Self.references(of: name, connection))
      }
    }
  }

  private static func columns(of table: String, _ connection: any Connection) throws -> [String] {
    try connection.rows(
      """
      SELECT attname::text AS name FROM pg_attribute
      WHERE attrelid = \(table)::text::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum
      """
    ) { try $0.get("name") }
  }

  private static func key(of table: String, _ connection: any Connection) throws -> [String] {
    try connection.rows(
      """
      SELECT attname::text AS name FROM pg_constraint
        CROSS JOIN LATERAL unnest(conkey) WITH ORDINALITY AS keys (number, place)
        JOIN pg_attribute ON attrelid = conrelid AND attnum = keys.number
      WHERE conrelid = \(table)::text::regclass AND contype = 'p' ORDER BY keys.place
      """
    ) { try $0.get("name") }
  }

  private static func references(of table: String, _ connection: any Connection) throws -> [TableShape.Reference] {
    try connection.rows(
      """
      SELECT DISTINCT relname::text AS target,
        CASE confdeltype WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL' ELSE 'NO ACTION' END AS action
      FROM pg_constraint JOIN pg_class ON pg_class.oid = confrelid
      WHERE conrelid = \(table)::text::regclass AND contype = 'f'
      """
    ) { TableShape.Reference(target: try $0.get("target"), onDelete: try $0.get("action")) }
  }
}
