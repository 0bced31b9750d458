import Core
import Foundation
import Testing

@testable import Web

@Suite("Retention")
struct RetentionTests {
  private let list = "Name;E-Mail\nAnna Adler;anna@example.org\nBea Bär;bea@example.org\nCem Can;cem@example.org\n"

  @Test("Who was imported and never invited is erased after the days the operator set; who was invited stays")
  func neverInvited() async throws {
    let site = try await TestSite { $0.retentionDays = 90 }
    try await site.run { browser in
      let host = try await browser.signedIn()
      try await host.bring(list)
      _ = try await site.invite(try await host.person("Anna Adler").id, state: "accepted")
      site.advance(days: 89.9)
      #expect(try await Retention(services: site.services).eraseWhatIsDue() == 0)
      site.advance(days: 0.2)
      #expect(try await Retention(services: site.services).eraseWhatIsDue() == 2)
      #expect(try await host.people().map(\.record.name) == ["Anna Adler"])
    }
  }

  @Test("A newer list keeps somebody; bringing the very same file again does not")
  func newerList() async throws {
    let site = try await TestSite { $0.retentionDays = 90 }
    try await site.run { browser in
      let host = try await browser.signedIn()
      try await host.bring(list)
      site.advance(days: 60)
      let later = try await browser.signedIn()
      try await later.bring(list)
      try await later.bring("Name;E-Mail\nBea Bär;bea@example.org\n", name: "neu.csv")
      site.advance(days: 31)
      try await Retention(services: site.services).eraseWhatIsDue()
      #expect(try await host.people().map(\.record.name) == ["Bea Bär"])
    }
  }

  @Test("Whom the host has on the shortlist of a party they work on is not erased under their hands")
  func shortlisted() async throws {
    let site = try await TestSite { $0.retentionDays = 90 }
    try await site.run { browser in
      let host = try await browser.signedIn()
      try await host.bring(list)
      site.advance(days: 80)
      _ = try await site.invite(try await host.person("Bea Bär").id, state: "shortlisted")
      site.advance(days: 11)
      try await Retention(services: site.services).eraseWhatIsDue()
      #expect(try await host.people().map(\.record.name) == ["Bea Bär"])
      site.advance(days: 90)
      try await Retention(services: site.services).eraseWhatIsDue()
      #expect(try await host.people().isEmpty)
      #expect(try await site.count("people_list") == 0)
    }
  }

  @Test("Who was invited and never said a word is erased later; who answered anything stays")
  func silent() async throws {
    let site = try await TestSite { $0.silentRetentionDays = 180 }
    try await site.run { browser in
      let host = try await browser.signedIn()
      try await host.bring(list)
      for (name, state) in [("Anna Adler", "silent"), ("Bea Bär", "declined"), ("Cem Can", "invited")] {
        _ = try await site.invite(try await host.person(name).id, state: state)
      }
      site.advance(days: 181)
      #expect(try await Retention(services: site.services).eraseWhatIsDue() == 2)
      #expect(try await host.people().map(\.record.name) == ["Bea Bär"])
    }
  }

  @Test("Nobody is erased who did anything, stands on a shortlist that is worked on, or came with today's list")
  func involved() async throws {
    let site = try await TestSite { ($0.retentionDays, $0.silentRetentionDays) = (90, 180) }
    try await site.run { browser in
      let first = try await browser.signedIn()
      let names = ["Walk In", "Voter Vogt", "Runde Rot", "Neu Auswahl", "Heute Liste", "Wunsch Wolf", "Still Stein"]
      let emails = names.map { $0.lowercased().replacing(" ", with: ".") + "@example.org" }
      let rows = zip(names, emails).map { "\($0);\($1)" }
      try await first.bring("Name;E-Mail\n" + rows.joined(separator: "\n") + "\n")
      var guests: [String: GuestID] = [:]
      for name in names { guests[name] = try await site.invite(try await first.person(name).id, state: "invited") }
      try await site.change("DELETE FROM guest_event")
      let (party, slot): (PartyID, SlotID) = (try await site.party(), site.services.newID())
      let (walkIn, voter, wisher) = (
        try #require(guests["Walk In"]), try #require(guests["Voter Vogt"]), try #require(guests["Wunsch Wolf"])
      )
      try await site.change(
        "INSERT INTO participant (party_id, id, guest_id, name, arrived_at) SELECT party_id, id, id, 'W', 1 FROM guest WHERE id = \(walkIn)"
      )
      try await site.change("INSERT INTO slot (id, party_id, starts_at) VALUES (\(slot), \(party), 1)")
      try await site.change("INSERT INTO vote (slot_id, guest_id, value, at) VALUES (\(slot), \(voter), 'no', 1)")
      try await site.change("UPDATE guest SET wishes = 'Mehr Zeit' WHERE id = \(wisher)")
      let circle = Circle(
        id: site.services.newID(), host: site.host.id, name: "R", rhythm: .monthly, eveningsToHonour: 3,
        createdAt: site.now, endedAt: nil)
      let member = try await first.person("Runde Rot").id
      try await site.services.database.write { [now = site.now] connection in
        try CircleStore(connection: connection).insert(circle)
        try CircleMemberStore(connection: connection, circle: circle.id).join(member, at: now)
      }
      site.advance(days: 400)
      let host = try await browser.signedIn()
      _ = try await site.invite(try await host.person("Neu Auswahl").id, state: "shortlisted")
      try await host.bring("Name;E-Mail\nHeute Liste;heute.liste@example.org\n", name: "heute.csv")
      #expect(try await Retention(services: site.services).eraseWhatIsDue() == 1)
      #expect(Set(try await host.people().map(\.record.name)) == Set(names).subtracting(["Still Stein"]))
    }
  }

  @Test("Zero days mean never")
  func never() async throws {
    let site = try await TestSite {
      $0.retentionDays = 0
      $0.silentRetentionDays = 0
    }
    try await site.run { browser in
      let host = try await browser.signedIn()
      try await host.bring(list)
      _ = try await site.invite(try await host.person("Anna Adler").id, state: "silent")
      site.advance(days: 4000)
      #expect(try await Retention(services: site.services).eraseWhatIsDue() == 0)
      #expect(try await host.people().count == 3)
    }
  }

  @Test("A list that was read and never confirmed is erased with its file after a week")
  func forgotten() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let path = try #require(try await host.upload(list).location)
      await host.work()
      site.advance(days: 7.1)
      try await Retention(services: site.services).eraseWhatIsDue()
      #expect(try await host.get(path).status == 404)
      #expect(try await site.count("import_row") == 0)
      #expect(try FileManager.default.contentsOfDirectory(atPath: site.services.uploads.folder.path).isEmpty)
    }
  }
}
