import Core
import Database
import House
import Records

/// Turns a row of an import into the person, or the row, that its host says it is.
package struct RowIdentification {
  let connection: any Connection
  let importing: Import

  package init(connection: any Connection, importing: Import) {
    self.connection = connection
    self.importing = importing
  }

  /// Takes what its host says about a row, and keeps it for another reading of the list.
  package func take(_ answer: RowLikeness.Answer, about row: ImportRow) throws {
    guard answer != .asked else { return }
    try ImportAnswerStore(connection: connection, importing: importing.id).keep(answer, about: row)
    try apply(answer, to: row)
  }

  /// Says again what its host has said before the list was read once more.
  /// - Parameter questions: rows that are asked about.
  func repeatAnswers(to questions: [ImportRow]) throws {
    let store = ImportAnswerStore(connection: connection, importing: importing.id)
    for (row, answer) in try store.answers(about: questions) { try apply(answer, to: row) }
  }

  private func apply(_ answer: RowLikeness.Answer, to row: ImportRow) throws {
    switch answer {
    case .same: try identify(row)
    case .apart:
      try ImportLikenessStore(connection: connection, importing: importing.id, host: importing.host).keepApart(row)
    case .asked: return
    }
  }

  private func identify(_ row: ImportRow) throws {
    switch row.likeness?.other {
    case .person(let person): try identify(row, as: person)
    case .row(let position): try merge(row, into: position)
    case nil: return
    }
  }

  private func identify(_ row: ImportRow, as person: PersonID) throws {
    let people = PersonStore(connection: connection)
    guard let known = try people.people([person], of: importing.host).first else { return }
    try ImportLikenessStore(connection: connection, importing: importing.id, host: importing.host)
      .identify(row, differs: PersonDifferences(known: known.record, listed: row.record).fields)
    try ImportStore(connection: connection).count(known: 1, of: importing.id)
  }

  private func merge(_ row: ImportRow, into position: Int) throws {
    let rows = ImportRowStore(connection: connection, importing: importing.id)
    guard let first = try rows.rows(at: [position]).first, first.status == .person else { return }
    var group = RecordGroup(first.record)
    group.add(row.record)
    try rows.merge(row, into: position)
    if group.record != first.record { try rows.update(position, to: group.record) }
    try ImportStore(connection: connection).count(merged: 1, of: importing.id)
  }
}
