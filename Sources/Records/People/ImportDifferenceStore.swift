import Core
import Database

/// Rows of an import on which the list and the address book disagree about somebody, and the fields the host accepts.
package struct ImportDifferenceStore {
  package let connection: any Connection
  package let importing: ImportID

  package init(connection: any Connection, importing: ImportID) {
    self.connection = connection
    self.importing = importing
  }

  package func note(_ fields: [PersonMerge.Field], at position: Int) throws {
    try connection.execute(
      """
      UPDATE import_row SET differs = \(StoredFields.text(fields))
      WHERE import_id = \(importing) AND position = \(position)
      """)
  }

  package func count() throws -> Int {
    try connection.count("SELECT count(*) AS n FROM import_row WHERE \(differing)")
  }

  /// A page of them in the file's order; pages count from 1.
  package func page(_ page: Int, size: Int) throws -> [ImportRow] {
    try connection.rows(
      """
      SELECT * FROM import_row WHERE \(differing) ORDER BY position LIMIT \(size) OFFSET \((max(1, page) - 1) * size)
      """, as: ImportRow.init)
  }

  /// - Parameter fields: accepted if the row differs in them.
  package func take(_ fields: Set<PersonMerge.Field>, of row: ImportRow) throws {
    let taken = row.differs.filter { fields.contains($0) }
    try connection.execute(
      """
      UPDATE import_row SET taken = \(StoredFields.text(taken))
      WHERE import_id = \(importing) AND position = \(row.position)
      """)
  }

  package func takeAll() throws {
    try connection.execute("UPDATE import_row SET taken = differs WHERE \(differing)")
  }

  package func takeNothing() throws {
    try connection.execute("UPDATE import_row SET taken = '' WHERE \(differing)")
  }

  private var differing: SQL { "import_id = \(importing) AND status = 'person' AND differs <> ''" }
}
