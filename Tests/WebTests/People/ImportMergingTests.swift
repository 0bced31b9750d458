import Core
import Database
import Foundation
import TestKit
import Testing

@testable import Acts
@testable import Evening
@testable import GuestPages
@testable import HostPages
@testable import House
@testable import Records
@testable import RoomPages
@testable import Site
@testable import Web

@Suite("Merging a long list in batches")
struct ImportMergingTests {
  @Test("It gives the same people as Core's merge book, whatever the list", arguments: 0..<40)
  func likeTheMergeBook(seed: UInt64) async throws {
    var generator = Lot(seed: seed)
    let records = (0..<generator.count()).map { _ in generator.record() }
    var book = MergeBook()
    for record in records { book.add(record) }
    let expected = book.outcome()

    let site = try await TestSite()
    let id: ImportID = site.services.newID()
    try await site.services.database.write { [site] connection in
      let occasion = try OccasionStore(connection: connection)
        .keep(LetterOccasion(.none), as: site.services.newID(), of: site.host.id, at: site.now)
      try ImportStore(connection: connection).insert(
        Import(
          id: id, host: site.host.id, occasion: Occasion(id: occasion, told: LetterOccasion(.none)), listName: "",
          fileName: "", digest: "", source: ListSource(.addressBook), createdAt: site.now))
      let rows = ImportRowStore(connection: connection, importing: id)
      for (index, record) in records.enumerated() {
        try rows.insert(ImportRow(position: index + 1, line: index + 1, status: .person, record: record))
      }
    }
    let database = WaitingDatabase(database: site.services.database)
    let merged = try await OwnThread.run {
      try ImportMerging(importing: id, database: database, stop: StopSign(), counts: Import.Counts()).run()
    }
    let people = try await site.services.database.read {
      try ImportRowStore(connection: $0, importing: id).rows(.person, after: 0, limit: 1000).map(\.record)
    }
    #expect(people == expected.people)
    #expect(merged == expected.merged)
  }
}

/// Draws records from few enough names and addresses that many are the same person.
private struct Lot {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func count() -> Int { .random(in: 1...40, using: &generator) }

  private mutating func one(_ texts: [String]) -> String { texts.randomElement(using: &generator) ?? "" }

  mutating func record() -> PersonRecord {
    let name = one(["", "Anna Adler", "Dr. Anna Adler", "anna adler", "Bea Bär", "Adler, Anna"])
    let email = one(["", "", "a@example.org", "A@example.org", "b@example.org", "c@example.org"])
    let organisation = one(["", "Hafen", "Werft"])
    let role = one(["", "Lotsin"])
    let topics = [one(["", "Ebbe", "Flut"]), one(["", "ebbe", "Watt"])]
    return PersonRecord(name: name, email: email, organisation: organisation, role: role, topics: topics)
  }
}
