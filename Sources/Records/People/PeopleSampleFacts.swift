import Core
import Formats
import Foundation
import House

extension Occasion {
  /// An invented occasion for samples and tests.
  package static let sample = Occasion(
    id: OccasionID(at: Date(timeIntervalSince1970: 1_795_000_000), random: (3, 3)),
    told: LetterOccasion(.conferenceCancelled, name: "Mitteldeutscher Coachingkongress", year: 2026))
}

extension PeopleList {
  package static let sample = PeopleList(
    id: PeopleListID(at: Date(timeIntervalSince1970: 1_795_000_000), random: (4, 4)), name: "Coachingkongress 2026",
    occasion: .sample, source: ListSource(.participantList), kind: FileKind.table.rawValue,
    fileName: "teilnehmer-erfurt-2026.csv", importedAt: Date(timeIntervalSince1970: 1_795_100_000))
}

extension PeopleList {
  package static var fetched: PeopleList {
    var list = sample
    list.address = "https://pretalx.example/kongress/schedule/"
    return list
  }
}

extension PersonRecord {
  package static let samples = [
    PersonRecord(
      name: "Dr. Helene Brandis", email: "h.brandis@example.org", organisation: "Institut für Beratung, Jena",
      role: "Leiterin", country: "Deutschland", topics: ["Supervision", "KI im Coaching", "Schweigen", "Mediation"]),
    PersonRecord(name: "Jonas Wiechert", organisation: "Stadtwerke Lippe", topics: ["Führung auf Distanz"]),
    PersonRecord(email: "info@example.net"),
  ]
}

extension Person {
  package static let samples: [Person] = PersonRecord.samples.enumerated().map { index, record in
    let time = Date(timeIntervalSince1970: 1_795_100_000)
    return Person(
      id: PersonID(at: time, random: (5, UInt64(index))), record: record, createdAt: time, changedAt: time)
  }
}

extension Import {
  package static func sample(_ state: State) -> Import {
    var sample = Import(
      id: ImportID(at: Date(timeIntervalSince1970: 1_795_100_000), random: (6, 6)), host: Host.sample.id,
      occasion: .sample, listName: "Coachingkongress 2026", fileName: "teilnehmer-erfurt-2026.csv", digest: "",
      source: ListSource(.participantList), state: state, kind: .table,
      createdAt: Date(timeIntervalSince1970: 1_795_100_000))
    sample.counts = Counts(people: 117, merged: 5, known: 8, rejected: 2, new: 109, changed: 3)
    sample.progress = 0.62
    sample.layout = .sample
    sample.list = PeopleList.sample.id
    if state == .failed { sample.problem = Problem("import.problem.scan") }
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
