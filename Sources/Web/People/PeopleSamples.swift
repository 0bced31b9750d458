import Core
import Formats
import Foundation

extension Occasion {
  /// An invented occasion for samples and tests.
  static let sample = Occasion(
    id: OccasionID(at: Date(timeIntervalSince1970: 1_795_000_000), random: (3, 3)),
    told: LetterOccasion(.conferenceCancelled, name: "Mitteldeutscher Coachingkongress", year: 2026))
}

extension PeopleList {
  static let sample = PeopleList(
    id: PeopleListID(at: Date(timeIntervalSince1970: 1_795_000_000), random: (4, 4)), name: "Coachingkongress 2026",
    occasion: .sample, source: ListSource(.participantList), kind: FileKind.table.rawValue,
    fileName: "teilnehmer-erfurt-2026.csv", importedAt: Date(timeIntervalSince1970: 1_795_100_000))
}

extension PersonRecord {
  static let samples = [
    PersonRecord(
      name: "Dr. Helene Brandis", email: "h.brandis@example.org", organisation: "Institut für Beratung, Jena",
      role: "Leiterin", country: "Deutschland", topics: ["Supervision", "KI im Coaching", "Schweigen", "Mediation"]),
    PersonRecord(name: "Jonas Wiechert", organisation: "Stadtwerke Lippe", topics: ["Führung auf Distanz"]),
    PersonRecord(email: "info@example.net"),
  ]
}

extension Person {
  static let samples: [Person] = PersonRecord.samples.enumerated().map { index, record in
    let time = Date(timeIntervalSince1970: 1_795_100_000)
    return Person(
      id: PersonID(at: time, random: (5, UInt64(index))), record: record, createdAt: time, changedAt: time)
  }
}

extension Import {
  static func sample(_ state: State) -> Import {
    var sample = Import(
      id: ImportID(at: Date(timeIntervalSince1970: 1_795_100_000), random: (6, 6)), host: Host.sample.id,
      occasion: .sample, listName: "Coachingkongress 2026", fileName: "teilnehmer-erfurt-2026.csv", digest: "",
      source: ListSource(.participantList), state: state, kind: .table,
      createdAt: Date(timeIntervalSince1970: 1_795_100_000))
    sample.counts = Counts(people: 117, merged: 5, known: 8, rejected: 2, new: 109, changed: 3)
    sample.progress = 0.62
    sample.layout = .sample
    sample.list = PeopleList.sample.id
    if state == .failed { sample.problem = Problem("import.problem.pdf") }
    return sample
  }
}

extension ImportLayout {
  fileprivate static var sample: ImportLayout {
    var layout = TableLayout()
    layout.header = ["Vorname", "Name", "E-Mail", "Firma", "Schwerpunkte", "Hotel"]
    layout.headerLine = 1
    layout.columns = [.firstName, .lastName, .email, .organisation, .topics, .ignore]
    layout.sample = [["Helene", "Brandis", "h.brandis@example.org", "Institut für Beratung", "Supervision", "EZ"]]
    layout.delimiter = ";"
    return ImportLayout(layout)
  }
}

extension RejectedRows {
  static let sample = RejectedRows(
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
  static var samples: [ImportPreviewPage] {
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
        absences: [.cancelled: 4, .waiting: 2], rejected: .sample),
      ImportPreviewPage(
        importing: programme, people: rows, peoplePager: Pager(page: 1, size: 50, total: 3),
        rejected: RejectedRows(importing: programme.id, rows: [], pager: Pager(page: 1, size: 25, total: 0))),
    ]
  }
}

extension ImportResultPage {
  static var samples: [ImportResultPage] {
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
