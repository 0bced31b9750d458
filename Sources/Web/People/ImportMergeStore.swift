import Core
import Database

/// Finds rows of an import that are the same person, by the rules of Core's `MergeBook`, in pieces that fit in memory
/// however long the list is.
struct ImportMergeStore {
  let connection: any Connection
  let importing: ImportID

  /// Keys that several people of the import share, behind the last one.
  func sharedAddresses(after key: String, limit: Int) throws -> [String] {
    try connection.rows(
      """
      SELECT email_key AS key FROM import_row
      WHERE import_id = \(importing) AND status = 'person' AND email_key > \(key)
      GROUP BY email_key HAVING count(*) > 1 ORDER BY email_key LIMIT \(limit)
      """
    ) { try $0.get("key") }
  }

  func sharedNames(after key: String, limit: Int) throws -> [String] {
    try connection.rows(
      """
      SELECT name_key AS key FROM import_row
      WHERE import_id = \(importing) AND status = 'person' AND name_key > \(key) AND email_key = ''
      GROUP BY name_key HAVING count(*) > 1 ORDER BY name_key LIMIT \(limit)
      """
    ) { try $0.get("key") }
  }

  /// Names that one person without and exactly one with an address have.
  func bearerNames(after key: String, limit: Int) throws -> [String] {
    try connection.rows(
      """
      SELECT name_key AS key FROM import_row
      WHERE import_id = \(importing) AND status = 'person' AND name_key > \(key)
      GROUP BY name_key
      HAVING sum(CASE WHEN email_key = '' THEN 1 ELSE 0 END) > 0
        AND sum(CASE WHEN email_key <> '' THEN 1 ELSE 0 END) = 1
      ORDER BY name_key LIMIT \(limit)
      """
    ) { try $0.get("key") }
  }

  /// Makes all people with this address one.
  /// - Returns: how many rows went into another.
  func merge(address key: String) throws -> Int {
    try merge("email_key = \(key)")
  }

  /// Makes all people with this name one; those with an address only where told.
  func merge(name key: String, withAddress: Bool) throws -> Int {
    try merge(withAddress ? "name_key = \(key)" : "name_key = \(key) AND email_key = ''")
  }

  private func merge(_ condition: SQL) throws -> Int {
    let store = ImportRowStore(connection: connection, importing: importing)
    var group = RowGroup()
    try connection.forEach(
      """
      SELECT * FROM import_row WHERE import_id = \(importing) AND status = 'person' AND \(condition) ORDER BY position
      """
    ) { group.add(try ImportRow($0)) }
    guard let first = group.first, group.count > 1 else { return 0 }
    try connection.execute(
      """
      UPDATE import_row SET status = 'merged', merged_into = \(first.position)
      WHERE import_id = \(importing) AND status = 'person' AND \(condition) AND position <> \(first.position)
      """)
    let record = group.record
    if record != first.record { try store.update(first.position, to: record) }
    return group.count - 1
  }
}

/// Rows of one person on their way to become one.
private struct RowGroup {
  private(set) var first: ImportRow?
  private(set) var count = 0
  private var merged = PersonRecord()
  private var topics: [String] = []

  mutating func add(_ row: ImportRow) {
    count += 1
    // Topics are united once at the end: a list that names one person a hundred thousand times would take for ever.
    topics += row.record.topics
    if first == nil { first = row }
    merged = first == row ? row.record.withoutTopics : PersonMerge(merged, row.record.withoutTopics).record
  }

  var record: PersonRecord { merged.with(topics: topics) }
}

extension PersonRecord {
  fileprivate var withoutTopics: PersonRecord { with(topics: []) }

  fileprivate func with(topics: [String]) -> PersonRecord {
    PersonRecord(
      name: name, email: email, organisation: organisation, role: role, country: country, topics: topics)
  }
}
