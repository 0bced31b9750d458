import Core
import Formats
import Foundation
import House
import Records

extension RejectedRows {
  package static let sample = RejectedRows(
    importing: Import.sample(.ready).id,
    rows: [
      ImportRow(
        position: 19, line: 20, status: .rejected, problem: Problem("import.problem.nobody"), cells: ["", "", "GmbH"]),
      ImportRow(
        position: 62, line: 63, status: .rejected,
        problem: Problem("import.problem.badAddress", ["value": "m.lorenz(at)example"]),
        cells: ["M.", "Lorenz", "m.lorenz(at)example"]),
    ],
    pager: Pager(page: 1, size: 25, total: 2))
}

extension ImportPreviewPage {
  package static var samples: [ImportPreviewPage] {
    let rows = PersonRecord.samples.enumerated().map { index, record in
      ImportRow(
        position: index + 1, line: index + 2, status: .person, record: record,
        problem: index == 1 ? Problem("import.remark.sharedAddress") : nil, attendance: index == 2 ? .cancelled : nil)
    }
    var programme = Import.sample(.ready)
    programme.kind = .pretalx
    programme.layout = nil
    programme.counts.rejected = 0
    return [
      ImportPreviewPage(
        importing: .sample(.ready), earlier: .sample, people: rows, known: [2],
        peoplePager: Pager(page: 1, size: 50, total: 117),
        duplicates: [ImportDuplicate(record: PersonRecord.samples[0], lines: [4, 88])],
        absences: [.cancelled: 4, .waiting: 2], addresses: ImportAddresses(people: 117, without: 1, linked: 1),
        likenesses: likenessSample(rows), differences: differenceSample(rows),
        rejected: .sample),
      ImportPreviewPage(
        importing: programme, people: rows, peoplePager: Pager(page: 1, size: 50, total: 3),
        addresses: ImportAddresses(people: 3, without: 3), departed: ["Anna Adler", "Bea Bär"],
        likenesses: ImportLikenesses(importing: programme.id, shown: [], total: 0),
        differences: ImportDifferences(
          importing: programme.id, shown: [], pager: Pager(page: 1, size: ImportDifferences.size, total: 0)),
        rejected: RejectedRows(importing: programme.id, rows: [], pager: Pager(page: 1, size: 25, total: 0))),
    ]
  }
}

extension ImportPreviewPage {
  private static func likenessSample(_ rows: [ImportRow]) -> ImportLikenesses {
    let book = PersonRecord(name: "Helene Brandis", email: "helene.brandis@example.net", organisation: "IfB Jena")
    return ImportLikenesses(
      importing: Import.sample(.ready).id,
      shown: [
        ImportLikeness(row: rows[0], other: book),
        ImportLikeness(row: rows[1], other: PersonRecord(name: "Wiechert, Jonas"), otherLine: 40),
      ], total: 23)
  }

  private static func differenceSample(_ rows: [ImportRow]) -> ImportDifferences {
    var row = rows[0]
    row.differs = [.name, .role]
    row.taken = [.role]
    return ImportDifferences(
      importing: Import.sample(.ready).id,
      shown: [ImportDifference(row: row, known: PersonRecord(name: "Helene Brandis", role: "Dozentin"))],
      pager: Pager(page: 1, size: ImportDifferences.size, total: 31))
  }
}

extension ImportResultPage {
  package static var samples: [ImportResultPage] {
    var twice = Import.sample(.saved)
    twice.counts.new = 0
    twice.counts.changed = 0
    return [
      ImportResultPage(importing: .sample(.saved), rejected: .sample),
      ImportResultPage(
        importing: twice,
        rejected: RejectedRows(importing: twice.id, rows: [], pager: Pager(page: 1, size: 25, total: 0))),
    ]
  }
}
