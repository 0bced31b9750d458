import Core
import House
import Records

/// Gathers the content of an import's preview.
struct ImportPreviewStore {
  let connection: Transaction

  func preview(of importing: Import, _ pages: ImportPages) throws -> ImportPreviewPage {
    let rows = ImportRowStore(connection: connection, importing: importing.id)
    let people = try rows.page(pages.people, of: .person, size: ImportPages.peopleSize)
    let doubts = ImportDoubtReader(connection: connection, importing: importing)
    return ImportPreviewPage(
      importing: importing,
      earlier: try PeopleListStore(connection: connection).list(digest: importing.digest, of: importing.host),
      people: people, known: try known(people, importing),
      peoplePager: Pager(page: pages.people, size: ImportPages.peopleSize, total: importing.counts.people),
      duplicates: try duplicates(rows), absences: try rows.absences(),
      addresses: try addresses(rows), departed: try departed(importing), likenesses: try doubts.likenesses(),
      differences: try doubts.differences(pages.differences),
      rejected: RejectedRows(
        importing: importing.id, rows: try rows.page(pages.rejected, of: .rejected, size: ImportPages.rejectedSize),
        pager: Pager(page: pages.rejected, size: ImportPages.rejectedSize, total: importing.counts.rejected)))
  }

  private func departed(_ importing: Import) throws -> [String] {
    guard let list = importing.list, !importing.address.isEmpty else { return [] }
    return try PeopleListStore(connection: connection).missing(from: importing.id, of: list, limit: 50)
  }

  private func addresses(_ rows: ImportRowStore) throws -> ImportAddresses {
    let counts = try rows.reachable()
    return ImportAddresses(people: counts.people, without: counts.without, linked: counts.linked)
  }

  private func known(_ rows: [ImportRow], _ importing: Import) throws -> Set<Int> {
    guard let first = rows.first?.position, let last = rows.last?.position else { return [] }
    let matches = try ImportMatchStore(connection: connection, importing: importing.id, host: importing.host)
      .matches(in: first...last)
    return Set(matches.keys)
  }

  /// The first people listed several times, with their lines.
  private func duplicates(_ rows: ImportRowStore) throws -> [ImportDuplicate] {
    let merged = try rows.page(1, of: .merged, size: 30)
    let byTarget = Dictionary(grouping: merged) { $0.mergedInto ?? 0 }
    return try rows.rows(at: byTarget.keys.sorted()).map { row in
      ImportDuplicate(record: row.record, lines: [row.line] + (byTarget[row.position] ?? []).map(\.line))
    }
  }
}

/// Somebody listed several times.
package struct ImportDuplicate: Sendable, Equatable {
  let record: PersonRecord
  let lines: [Int]

  package init(record: PersonRecord, lines: [Int]) {
    self.record = record
    self.lines = lines
  }
}
