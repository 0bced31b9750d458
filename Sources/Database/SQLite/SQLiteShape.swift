extension SQLiteDatabase {
  package func tables() async throws -> [TableShape] {
    try await read { connection in
      let names = try connection.rows(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
      ) { try $0.get("name", as: String.self) }
      return try names.map { try Self.shape(of: $0, connection) }
    }
  }

  private static func shape(of table: String, _ connection: any Connection) throws -> TableShape {
    let columns = try connection.rows("SELECT name, pk FROM pragma_table_info(\(table)) ORDER BY cid") { row in
      (name: try row.get("name", as: String.self), place: try row.get("pk", as: Int.self))
    }
    let references = try connection.rows(
      "SELECT DISTINCT \"table\" AS target, on_delete AS action FROM pragma_foreign_key_list(\(table))"
    ) { TableShape.Reference(target: try $0.get("target"), onDelete: try $0.get("action")) }
    return TableShape(
      name: table, columns: columns.map(\.name),
      key: columns.filter { $0.place > 0 }.sorted { $0.place < $1.place }.map(\.name), references: references)
  }
}
