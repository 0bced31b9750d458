import Core
import Database
import Formats
import Foundation

/// The rows of an import while they wait.
package struct ImportRowStore {
  package let connection: any Connection
  package let importing: ImportID

  package init(connection: any Connection, importing: ImportID) {
    self.connection = connection
    self.importing = importing
  }

  package func insert(_ row: ImportRow) throws {
    let record = row.record
    let cells = row.cells.isEmpty ? "" : String(decoding: try JSONEncoder().encode(row.cells), as: UTF8.self)
    try connection.execute(
      """
      INSERT INTO import_row (
        import_id, position, line, status, name, email, organisation, role, country, topics, email_key, name_key,
        merged_into, problem, cells, attendance, identity, talks, honorific, language, likeness_key, links)
      VALUES (
        \(importing), \(row.position), \(row.line), \(row.status), \(record.name), \(record.email),
        \(record.organisation), \(record.role), \(record.country), \(record.topics.joined(separator: "\n")),
        \(record.emailKey ?? ""), \(record.nameKey), \(row.mergedInto), \(row.problem.map(StoredProblem.text) ?? ""),
        \(cells), \(row.attendance?.rawValue ?? ""), \(record.identity), \(record.talks.joined(separator: "\n")),
        \(record.manner.storedHonorific), \(record.manner.storedLanguage), \(record.likenessKey),
        \(record.storedLinks))
      """)
  }

  package func update(_ position: Int, to record: PersonRecord) throws {
    try connection.execute(
      """
      UPDATE import_row SET
        name = \(record.name), email = \(record.email), organisation = \(record.organisation), role = \(record.role),
        country = \(record.country), topics = \(record.topics.joined(separator: "\n")),
        email_key = \(record.emailKey ?? ""), name_key = \(record.nameKey), identity = \(record.identity),
        talks = \(record.talks.joined(separator: "\n")), honorific = \(record.manner.storedHonorific),
        language = \(record.manner.storedLanguage), likeness_key = \(record.likenessKey), links = \(record.storedLinks)
      WHERE import_id = \(importing) AND position = \(position)
      """)
  }

  /// A person listed twice who comes once counts as coming.
  package func merge(_ row: ImportRow, into other: Int) throws {
    try connection.execute(
      """
      UPDATE import_row SET status = 'merged', merged_into = \(other)
      WHERE import_id = \(importing) AND position = \(row.position)
      """)
    guard row.attendance == nil else { return }
    try connection.execute(
      "UPDATE import_row SET attendance = '' WHERE import_id = \(importing) AND position = \(other)")
  }

  package func note(_ problem: Problem, at position: Int) throws {
    try connection.execute(
      """
      UPDATE import_row SET problem = \(StoredProblem.text(problem))
      WHERE import_id = \(importing) AND position = \(position)
      """)
  }

  /// The number of people, of those without an address, and of the latter with a page where they can be found.
  package func reachable() throws -> (people: Int, without: Int, linked: Int) {
    let row = try connection.row(
      """
      SELECT count(*) AS people, sum(CASE WHEN email = '' THEN 1 ELSE 0 END) AS bare,
        sum(CASE WHEN email = '' AND links <> '' THEN 1 ELSE 0 END) AS linked
      FROM import_row WHERE import_id = \(importing) AND status = 'person'
      """)
    return (try row?.get("people") ?? 0, try row?.find("bare") ?? 0, try row?.find("linked") ?? 0)
  }

  /// The number of people, by reason, who did not come or won't.
  package func absences() throws -> [Attendance: Int] {
    var counts: [Attendance: Int] = [:]
    try connection.forEach(
      """
      SELECT attendance, count(*) AS n FROM import_row
      WHERE import_id = \(importing) AND status = 'person' AND attendance NOT IN ('', 'attended') GROUP BY attendance
      """
    ) { row in if let kind = Attendance(rawValue: try row.get("attendance")) { counts[kind] = try row.get("n") } }
    return counts
  }

  /// Rows of one status after a position, in the file's order.
  package func rows(_ status: ImportRow.Status, after position: Int, limit: Int) throws -> [ImportRow] {
    try connection.rows(
      """
      SELECT * FROM import_row
      WHERE import_id = \(importing) AND status = \(status) AND position > \(position)
      ORDER BY position LIMIT \(limit)
      """, as: ImportRow.init)
  }

  /// A page of rows of one status, in the file's order; pages count from 1.
  package func page(_ page: Int, of status: ImportRow.Status, size: Int) throws -> [ImportRow] {
    try connection.rows(
      """
      SELECT * FROM import_row WHERE import_id = \(importing) AND status = \(status)
      ORDER BY position LIMIT \(size) OFFSET \((max(1, page) - 1) * size)
      """, as: ImportRow.init)
  }

  package func rows(at positions: [Int]) throws -> [ImportRow] {
    try connection.rows(
      "SELECT * FROM import_row WHERE import_id = \(importing) AND position IN \(list: positions)", as: ImportRow.init)
  }

  package func count(_ status: ImportRow.Status) throws -> Int {
    try connection.count(
      "SELECT count(*) AS n FROM import_row WHERE import_id = \(importing) AND status = \(status)")
  }

  package func lastPosition() throws -> Int {
    try connection.count("SELECT coalesce(max(position), 0) AS n FROM import_row WHERE import_id = \(importing)")
  }

  /// Deletes up to about `limit` rows; rejected ones only on request.
  /// - Returns: true if there may be more.
  package func delete(limit: Int, alsoRejected: Bool) throws -> Bool {
    let statuses = alsoRejected ? ["person", "merged", "rejected"] : ["person", "merged"]
    let deleted = try connection.execute(
      """
      DELETE FROM import_row WHERE import_id = \(importing) AND position IN (
        SELECT position FROM import_row
        WHERE import_id = \(importing) AND status IN \(list: statuses) ORDER BY position LIMIT \(limit))
      """)
    return deleted == limit
  }
}

extension ImportRow {
  package init(_ row: Row) throws {
    let topics: String = try row.get("topics")
    let cells: String = try row.get("cells")
    let talks: String = try row.get("talks")
    self.init(
      position: try row.get("position"), line: try row.get("line"), status: try row.get("status"),
      record: PersonRecord(
        name: try row.get("name"), email: try row.get("email"), organisation: try row.get("organisation"),
        role: try row.get("role"), country: try row.get("country"),
        topics: topics.split(separator: "\n").map(String.init), talks: talks.split(separator: "\n").map(String.init),
        links: PersonRecord.links(stored: try row.get("links")), identity: try row.get("identity"),
        manner: try Manner(row)),
      mergedInto: try row.find("merged_into"), problem: StoredProblem.problem(try row.get("problem")),
      attendance: Attendance(rawValue: try row.get("attendance")),
      cells: cells.isEmpty ? [] : (try? JSONDecoder().decode([String].self, from: Data(cells.utf8))) ?? [])
    likeness = try RowLikeness(row)
    differs = StoredFields.fields(try row.get("differs"))
    taken = Set(StoredFields.fields(try row.get("taken")))
    isWaitedFor = try row.get("saved_as") == "wanted"
  }
}

extension ImportRow.Status: Bindable {}
