import Core
import Database

/// Rows of an import that may be somebody known by another spelling or address: asked on the preview, answered there,
/// and remembered when the list is saved.
package struct ImportLikenessStore {
  package let connection: any Connection
  package let importing: ImportID
  package let host: HostID

  package init(connection: any Connection, importing: ImportID, host: HostID) {
    self.connection = connection
    self.importing = importing
    self.host = host
  }

  /// People in the address book with names like those of the rows at these positions.
  package func peopleAlike(in positions: ClosedRange<Int>) throws -> [Int: PersonID] {
    var found: [Int: PersonID] = [:]
    try connection.forEach(
      """
      SELECT import_row.position, min(person.id) AS person
      FROM import_row JOIN person ON person.host_id = \(host) AND person.likeness_key = import_row.likeness_key
      WHERE import_row.import_id = \(importing) AND import_row.status = 'person' AND import_row.likeness_key <> ''
        AND import_row.position BETWEEN \(positions.lowerBound) AND \(positions.upperBound)
      GROUP BY import_row.position
      """
    ) { found[try $0.get("position")] = try $0.get("person") }
    return found
  }

  /// No host answers more than that.
  package static let mostQuestions = 2000

  /// Asks about rows named like one before them.
  package func askAboutRows(but known: Set<Int>) throws {
    let found = try connection.rows(
      """
      SELECT import_row.position, alike.first
      FROM import_row JOIN (
        SELECT likeness_key, min(position) AS first FROM import_row
        WHERE import_id = \(importing) AND status = 'person' AND likeness_key <> ''
        GROUP BY likeness_key HAVING count(*) > 1) AS alike ON alike.likeness_key = import_row.likeness_key
      WHERE import_row.import_id = \(importing) AND import_row.status = 'person' AND import_row.likeness = ''
        AND import_row.position > alike.first
      ORDER BY import_row.position LIMIT \(Self.mostQuestions)
      """
    ) { (try $0.get("position", as: Int.self), try $0.get("first", as: Int.self)) }
    for (position, first) in found where !known.contains(position) { try ask(.row(first), at: position) }
  }

  /// Records a question to the host about the identity of a row.
  package func ask(_ other: RowLikeness.Other, at position: Int) throws {
    switch other {
    case .person(let person): try set("likeness = 'asked', like_person = \(person)", at: position)
    case .row(let row): try set("likeness = 'asked', like_row = \(row)", at: position)
    }
  }

  /// The number of rows with an unanswered question.
  package func openQuestions() throws -> Int {
    try connection.count(
      """
      SELECT count(*) AS n FROM import_row
      WHERE import_id = \(importing) AND status = 'person' AND likeness = 'asked'
      """)
  }

  /// The first rows with a question.
  package func questions(limit: Int) throws -> [ImportRow] {
    try connection.rows(
      """
      SELECT * FROM import_row WHERE import_id = \(importing) AND status = 'person' AND likeness = 'asked'
      ORDER BY position LIMIT \(limit)
      """, as: ImportRow.init)
  }

  /// Records the host's answer that a row is somebody else; the two are kept apart from now on.
  package func keepApart(_ row: ImportRow) throws {
    try set("likeness = 'apart'", at: row.position)
    guard case .row(let other)? = row.likeness?.other else { return }
    try set("saved_as = 'wanted'", at: other)
  }

  /// Records the host's answer that a row is a person of the address book.
  /// - Parameter differs: the fields in which the list says something else about them.
  package func identify(_ row: ImportRow, differs: [PersonMerge.Field]) throws {
    try set("likeness = 'same', differs = \(StoredFields.text(differs))", at: row.position)
  }

  /// The people that the host says rows are.
  package func identified(in positions: ClosedRange<Int>) throws -> [Int: PersonID] {
    var found: [Int: PersonID] = [:]
    try connection.forEach(
      """
      SELECT import_row.position, person.id
      FROM import_row JOIN person ON person.id = import_row.like_person AND person.host_id = \(host)
      WHERE import_row.import_id = \(importing) AND import_row.status = 'person' AND import_row.likeness = 'same'
        AND import_row.position BETWEEN \(positions.lowerBound) AND \(positions.upperBound)
      """
    ) { found[try $0.get("position")] = try $0.get("id") }
    return found
  }

  /// Records the person a row became, if that is needed.
  package func note(_ person: PersonID, savedFrom row: ImportRow) throws {
    guard row.likeness?.answer == .apart || row.isWaitedFor else { return }
    try set("saved_as = \(person)", at: row.position)
  }

  /// Stores for the address book which rows the host declared to be two people.
  package func rememberApart() throws {
    try connection.execute(
      """
      INSERT INTO person_apart (one_person, other_person)
      SELECT CASE WHEN pair.one < pair.other THEN pair.one ELSE pair.other END,
        CASE WHEN pair.one < pair.other THEN pair.other ELSE pair.one END
      FROM (
        SELECT import_row.saved_as AS one,
          CASE WHEN import_row.like_person <> '' THEN import_row.like_person ELSE before.saved_as END AS other
        FROM import_row LEFT JOIN import_row AS before
          ON before.import_id = import_row.import_id AND before.position = import_row.like_row
        WHERE import_row.import_id = \(importing) AND import_row.likeness = 'apart') AS pair
      WHERE pair.one <> pair.other AND EXISTS (SELECT 1 FROM person WHERE person.id = pair.one)
        AND EXISTS (SELECT 1 FROM person WHERE person.id = pair.other AND person.host_id = \(host))
      ON CONFLICT (one_person, other_person) DO NOTHING
      """)
  }

  private func set(_ assignments: SQL, at position: Int) throws {
    try connection.execute(
      "UPDATE import_row SET \(assignments) WHERE import_id = \(importing) AND position = \(position)")
  }
}
