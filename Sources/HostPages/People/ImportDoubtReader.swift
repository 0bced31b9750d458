import Core
import House
import Records

/// Gathers the people that rows of an import may be, and the fields in which they differ.
struct ImportDoubtReader {
  let connection: Transaction
  let importing: Import

  /// The first questions, and their number.
  func likenesses() throws -> ImportLikenesses {
    let store = ImportLikenessStore(connection: connection, importing: importing.id, host: importing.host)
    let rows = try store.questions(limit: ImportLikenesses.size)
    let total = rows.count < ImportLikenesses.size ? rows.count : try store.openQuestions()
    let others = rows.compactMap(\.likeness?.other)
    let people = try people(others.compactMap { if case .person(let id) = $0 { id } else { nil } })
    let before = try rowsAt(others.compactMap { if case .row(let position) = $0 { position } else { nil } })
    let shown = rows.compactMap { row -> ImportLikeness? in
      switch row.likeness?.other {
      case .person(let id)?: people[id].map { ImportLikeness(row: row, other: $0) }
      case .row(let position)?:
        before[position].map { ImportLikeness(row: row, other: $0.record, otherLine: $0.line) }
      case nil: nil
      }
    }
    return ImportLikenesses(importing: importing.id, shown: shown, total: total)
  }

  func differences(_ page: Int) throws -> ImportDifferences {
    let store = ImportDifferenceStore(connection: connection, importing: importing.id)
    let rows = try store.page(page, size: ImportDifferences.size)
    let pager = Pager(page: page, size: ImportDifferences.size, total: rows.isEmpty ? 0 : try store.count())
    guard let first = rows.first?.position, let last = rows.last?.position else {
      return ImportDifferences(importing: importing.id, shown: [], pager: pager)
    }
    let matches = try ImportMatchStore(connection: connection, importing: importing.id, host: importing.host)
      .matches(in: first...last)
    let people = try people(rows.compactMap { matches[$0.position] })
    let shown = rows.compactMap { row in
      matches[row.position].flatMap { people[$0] }.map { ImportDifference(row: row, known: $0) }
    }
    return ImportDifferences(importing: importing.id, shown: shown, pager: pager)
  }

  private func people(_ ids: [PersonID]) throws -> [PersonID: PersonRecord] {
    guard !ids.isEmpty else { return [:] }
    let people = try PersonStore(connection: connection).people(Array(Set(ids)), of: importing.host)
    return Dictionary(people.map { ($0.id, $0.record) }, uniquingKeysWith: { first, _ in first })
  }

  private func rowsAt(_ positions: [Int]) throws -> [Int: ImportRow] {
    guard !positions.isEmpty else { return [:] }
    let rows = try ImportRowStore(connection: connection, importing: importing.id).rows(at: Array(Set(positions)))
    return Dictionary(rows.map { ($0.position, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
