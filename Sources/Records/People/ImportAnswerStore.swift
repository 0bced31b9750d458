import Core
import Database
import House

/// What a host has said on a preview about rows that may be one person, as it stands in the file, so that it holds when the list is read
/// once more with other columns.
package struct ImportAnswerStore {
  package let connection: any Connection
  package let importing: ImportID

  package init(connection: any Connection, importing: ImportID) {
    self.connection = connection
    self.importing = importing
  }

  /// - Parameter answer: not `asked`.
  package func keep(_ answer: RowLikeness.Answer, about row: ImportRow) throws {
    guard let other = row.likeness?.other else { return }
    let (person, line) = try place(of: other)
    try connection.execute(
      """
      INSERT INTO import_likeness (import_id, line, name_hash, other_person, other_line, answer)
      VALUES (\(importing), \(row.line), \(Self.hash(row)), \(person), \(line), \(answer.rawValue))
      ON CONFLICT (import_id, line, name_hash) DO UPDATE SET
        other_person = excluded.other_person, other_line = excluded.other_line, answer = excluded.answer
      """)
  }

  /// What was said about a row before, where it is asked about the same two again.
  package func answer(about row: ImportRow) throws -> RowLikeness.Answer? {
    guard let other = row.likeness?.other else { return nil }
    let (person, line) = try place(of: other)
    let stored = try connection.row(
      """
      SELECT other_person, other_line, answer FROM import_likeness
      WHERE import_id = \(importing) AND line = \(row.line) AND name_hash = \(Self.hash(row))
      """)
    guard let stored, try stored.find("other_person", as: PersonID.self) == person,
      try stored.find("other_line", as: Int.self) == line
    else { return nil }
    return RowLikeness.Answer(rawValue: try stored.get("answer"))
  }

  package func isEmpty() throws -> Bool {
    try connection.count("SELECT count(*) AS n FROM import_likeness WHERE import_id = \(importing)") == 0
  }

  package func clear() throws {
    try connection.execute("DELETE FROM import_likeness WHERE import_id = \(importing)")
  }

  /// Positions change with each reading, lines stay.
  private func place(of other: RowLikeness.Other) throws -> (person: PersonID?, line: Int?) {
    switch other {
    case .person(let person): return (person, nil)
    case .row(let position):
      let row = try connection.row(
        "SELECT line FROM import_row WHERE import_id = \(importing) AND position = \(position)")
      return (nil, try row?.get("line"))
    }
  }

  private static func hash(_ row: ImportRow) -> String { SHA256Text.hash(row.record.likenessKey) }
}
