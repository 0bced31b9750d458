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
      VALUES (\(importing), \(row.line), \(Self.hash(row)), \(person), \(line), \(answer))
      ON CONFLICT (import_id, line, name_hash) DO UPDATE SET
        other_person = excluded.other_person, other_line = excluded.other_line, answer = excluded.answer
      """)
  }

  /// The answers given before that still hold: those about rows that are asked about the same two people again.
  package func answers(about rows: [ImportRow]) throws -> [(row: ImportRow, answer: RowLikeness.Answer)] {
    let given = try given()
    return try rows.compactMap { row in
      guard let other = row.likeness?.other, let before = given[Subject(line: row.line, name: Self.hash(row))],
        try place(of: other) == (before.person, before.line)
      else { return nil }
      return (row, before.answer)
    }
  }

  /// A row as it stands in the file.
  private struct Subject: Hashable {
    let line: Int
    let name: String
  }

  private struct Given {
    let person: PersonID?
    let line: Int?
    let answer: RowLikeness.Answer
  }

  private func given() throws -> [Subject: Given] {
    let pairs = try connection.rows(
      "SELECT line, name_hash, other_person, other_line, answer FROM import_likeness WHERE import_id = \(importing)"
    ) { row in
      (
        Subject(line: try row.get("line"), name: try row.get("name_hash")),
        Given(person: try row.find("other_person"), line: try row.find("other_line"), answer: try row.get("answer"))
      )
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
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

extension RowLikeness.Answer: Bindable {}
