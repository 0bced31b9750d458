import Core
import Database
import Formats

/// Finds rows of an import that are the same person, by the rules of Core's `MergeBook`, in batches that fit in memory
/// however long the list is.
package struct ImportMergeStore {
  package let connection: any Connection
  package let importing: ImportID

  package init(connection: any Connection, importing: ImportID) {
    self.connection = connection
    self.importing = importing
  }

  /// Keys shared by several people of the import, after the last one seen.
  package func sharedAddresses(after key: String, limit: Int) throws -> [String] {
    try connection.rows(
      """
      SELECT email_key AS key FROM import_row
      WHERE import_id = \(importing) AND status = 'person' AND email_key > \(key)
      GROUP BY email_key HAVING count(*) > 1 ORDER BY email_key LIMIT \(limit)
      """
    ) { try $0.get("key") }
  }

  package func sharedNames(after key: String, limit: Int) throws -> [String] {
    try connection.rows(
      """
      SELECT name_key AS key FROM import_row
      WHERE import_id = \(importing) AND status = 'person' AND name_key > \(key) AND email_key = ''
      GROUP BY name_key HAVING count(*) > 1 ORDER BY name_key LIMIT \(limit)
      """
    ) { try $0.get("key") }
  }

  /// Names that one person without an address shares with exactly one who has one.
  package func bearerNames(after key: String, limit: Int) throws -> [String] {
    try connection.rows(
      """
      SELECT name_key AS key FROM import_row
      WHERE import_id = \(importing) AND status = 'person' AND name_key > \(key)
      GROUP BY name_key
      HAVING sum(CASE WHEN email_key = '' THEN 1 ELSE 0 END) = 1
        AND sum(CASE WHEN email_key <> '' THEN 1 ELSE 0 END) = 1
      ORDER BY name_key LIMIT \(limit)
      """
    ) { try $0.get("key") }
  }

  /// Merges all people with this address, unless their names clearly differ: then the first keeps it.
  /// - Returns: the number of rows merged into others.
  package func merge(address key: String) throws -> Int {
    let rows = try rows("email_key = \(key)")
    guard let first = rows.first else { return 0 }
    let store = ImportRowStore(connection: connection, importing: importing)
    var holders = AddressHolders(first.record)
    var firsts = [first]
    for row in rows.dropFirst() {
      let index = holders.add(row.record)
      if index == firsts.count { firsts.append(row) } else { try store.merge(row, into: firsts[index].position) }
    }
    for (index, row) in firsts.enumerated() {
      let record = index == 0 ? holders.groups[index].record : holders.groups[index].record.withoutAddress
      if record != row.record { try store.update(row.position, to: record) }
      guard index > 0 else { continue }
      try store.note(Problem("import.remark.sharedAddress"), at: row.position)
    }
    return rows.count - firsts.count
  }

  /// Merges all people with this name and no address, except those the list tells apart.
  package func merge(name key: String) throws -> Int {
    let rows = try rows("name_key = \(key) AND email_key = ''")
    let store = ImportRowStore(connection: connection, importing: importing)
    var namesakes = Namesakes()
    var merged = 0
    for (index, row) in rows.enumerated() {
      guard let place = namesakes.add(row.record, at: index) else { continue }
      try store.merge(row, into: rows[place].position)
      merged += 1
    }
    for (place, record) in namesakes.records where record != rows[place].record {
      try store.update(rows[place].position, to: record)
    }
    return merged
  }

  /// Merges the one person without an address with the one who has it.
  package func merge(bearer key: String) throws -> Int {
    let rows = try rows("name_key = \(key)")
    guard rows.count == 2 else { return 0 }
    let store = ImportRowStore(connection: connection, importing: importing)
    var group = RecordGroup(rows[0].record)
    group.add(rows[1].record)
    try store.merge(rows[1], into: rows[0].position)
    if group.record != rows[0].record { try store.update(rows[0].position, to: group.record) }
    return 1
  }

  private func rows(_ condition: SQL) throws -> [ImportRow] {
    try connection.rows(
      """
      SELECT * FROM import_row WHERE import_id = \(importing) AND status = 'person' AND \(condition) ORDER BY position
      """, as: ImportRow.init)
  }
}
