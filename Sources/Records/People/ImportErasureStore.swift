import Core
import Database
import Foundation

/// Removes somebody from the material of imports: waiting rows, rejected rows, and the sample of a table.
package struct ImportErasureStore {
  package let connection: any Connection
  package let host: HostID

  package init(connection: any Connection, host: HostID) {
    self.connection = connection
    self.host = host
  }

  /// - Returns: imports whose uploaded file also names them.
  package func erase(
    _ person: PersonID, emailKey: String?, nameKey: String, _ search: NameSearch
  ) throws -> Set<ImportID> {
    var found: Set<ImportID> = []
    for id in try imports() {
      let rows = try eraseRows(of: id, person, emailKey, nameKey, search)
      let hasSample = try eraseSample(of: id, search)
      if rows > 0 || hasSample { found.insert(id) }
    }
    return found
  }

  private func imports() throws -> [ImportID] {
    try connection.rows("SELECT id FROM import WHERE host_id = \(host)") { try $0.get("id") }
  }

  private func eraseRows(
    of id: ImportID, _ person: PersonID, _ emailKey: String?, _ nameKey: String, _ search: NameSearch
  ) throws -> Int {
    try connection.execute(
      """
      DELETE FROM import_likeness WHERE import_id = \(id) AND (other_person = \(person) OR line IN (
        SELECT line FROM import_row WHERE import_id = \(id)
          AND (email_key <> '' AND email_key = \(emailKey ?? "") OR name_key = \(nameKey) OR like_person = \(person))))
      """)
    // Somebody of the same name with another address is another person, unless the host says otherwise.
    var erased = try connection.execute(
      """
      DELETE FROM import_row WHERE import_id = \(id) AND status <> 'rejected'
        AND (email_key <> '' AND email_key = \(emailKey ?? "") OR email_key = '' AND name_key = \(nameKey)
          OR likeness = 'same' AND like_person = \(person))
      """)
    let likes = search.keywords.map { SQL.anyCase("cells", contains: $0) }
    guard !likes.isEmpty else { return erased }
    erased += try blankProblems(of: id, search)
    let positions = try connection.rows(
      """
      SELECT * FROM import_row
      WHERE import_id = \(id) AND status = 'rejected' AND (\(SQL.join(likes, separator: " OR ")))
      """, as: ImportRow.init
    ).filter { search.finds(inRow: $0.cells) }.map(\.position)
    for position in positions {
      erased += try connection.execute("DELETE FROM import_row WHERE import_id = \(id) AND position = \(position)")
    }
    return erased
  }

  /// A remark on another person's row, for instance that a second address in its cell was left out, may name them.
  private func blankProblems(of id: ImportID, _ search: NameSearch) throws -> Int {
    let likes = search.keywords.map { SQL.anyCase("problem", contains: $0) }
    let named = try connection.rows(
      """
      SELECT position, problem FROM import_row
      WHERE import_id = \(id) AND problem <> '' AND (\(SQL.join(likes, separator: " OR ")))
      """
    ) { (position: try $0.get("position", as: Int.self), problem: try $0.get("problem", as: String.self)) }
    .filter { search.finds(in: $0.problem) }
    for row in named {
      try connection.execute(
        "UPDATE import_row SET problem = '' WHERE import_id = \(id) AND position = \(row.position)")
    }
    return named.count
  }

  private func eraseSample(of id: ImportID, _ search: NameSearch) throws -> Bool {
    guard let text: String = try connection.row("SELECT layout FROM import WHERE id = \(id)")?.get("layout"),
      var layout = try? JSONDecoder().decode(ImportLayout.self, from: Data(text.utf8))
    else { return false }
    let before = layout
    layout.removeRows { search.finds(inRow: $0) }
    guard layout != before else { return false }
    let rest = String(decoding: try JSONEncoder().encode(layout), as: UTF8.self)
    try connection.execute("UPDATE import SET layout = \(rest) WHERE id = \(id)")
    return true
  }
}
