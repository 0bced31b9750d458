import Core
import Database
import Foundation
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

@Suite("Retention")
struct RetentionTests {
  private let list = "Name;E-Mail\nAnna Adler;anna@example.org\nBea Bär;bea@example.org\nCem Can;cem@example.org\n"

  @Test("Somebody imported and never invited is erased after the operator's days; an invited one stays")
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

  @Test("A newer list keeps somebody; importing the very same file again does not")
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

  @Test("Somebody on the shortlist of a party in preparation is not erased meanwhile")
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

  @Test("Somebody who wrote instead of answering, tested their line, or said who may see them did something")
  func otherDeeds() async throws {
    let deeds: [@Sendable (GuestID, any Connection, Date) throws -> Void] = [
      { guest, connection, now in
        try GuestStore(connection: connection).note(GuestEvent.wrote, "", of: guest, at: now)
      },
      { guest, connection, now in
        let test = LineTest(hasMicrophone: true, hasCamera: true, ways: nil, up: 1, down: 1, roundTrip: 1)
        try LineTestStore(connection: connection).keep(test, of: guest, at: now)
      },
      { guest, connection, now in
        try CompanyStore(connection: connection).set(.nothing, of: guest)
        try GuestStore(connection: connection).note("objectionBack", "", of: guest, at: now)
      },
    ]
    let site = try await TestSite { $0.silentRetentionDays = 180 }
    try await site.run { browser in
      let host = try await browser.signedIn()
      try await host.bring(list)
      for (name, deed) in zip(["Anna Adler", "Bea Bär", "Cem Can"], deeds) {
        let person = try await host.person(name).id
        _ = try await site.invite(person, state: "silent")
        try await site.services.database.write { [now = site.now] connection in
          let guests = try connection.rows("SELECT id FROM guest WHERE person_id = \(person)") {
            try $0.get("id", as: GuestID.self)
          }
          for guest in guests { try deed(guest, connection, now) }
        }
      }
      site.advance(days: 181)
      #expect(try await Retention(services: site.services).eraseWhatIsDue() == 0)
    }
  }

  @Test("Somebody invited who never said a word is erased later; any answer keeps them")
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

  @Test("Nobody is erased who did anything, is on an active shortlist, or came with today's list")
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

  @Test("A list that was read but never confirmed is erased with its file after a week")
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

  @Test("Nobody is erased at first sight, nor because the clock was ahead at one start")
  func wrongClock() async throws {
    let site = try await TestSite { $0.retentionDays = 90 }
    try await site.run { browser in
      let host = try await browser.signedIn()
      try await host.bring(list)
      let retention = Retention(services: site.services)
      #expect(try await retention.look() == 0)
      site.advance(days: 400)
      for _ in 0..<5 { #expect(try await retention.look() == 0) }
      site.advance(days: -399)
      for _ in 0..<80 {
        site.advance(days: 1)
        #expect(try await retention.look() == 0)
      }
      #expect(try await browser.signedIn().people().count == 3)
    }
  }

  @Test("Even the very first look with a clock that is ahead erases nobody")
  func wrongFirstClock() async throws {
    let site = try await TestSite { $0.retentionDays = 90 }
    try await site.run { browser in
      try await browser.signedIn().bring(list)
      site.advance(days: 400)
      let retention = Retention(services: site.services)
      for _ in 0..<3 { #expect(try await retention.look() == 0) }
      site.advance(days: -395)
      for _ in 0..<30 {
        site.advance(days: 1)
        #expect(try await retention.look() == 0)
      }
      #expect(try await site.count("erasure_sighting") == 0)
    }
  }

  @Test("With a daily look, everybody goes a day after they are due; after a month without one, too")
  func dayByDay() async throws {
    let site = try await TestSite { $0.retentionDays = 90 }
    try await site.run { browser in
      try await browser.signedIn().bring(list)
      let retention = Retention(services: site.services)
      var goneOn: Int?
      for day in 1...60 {
        #expect(try await retention.look() == 0)
        site.advance(days: 1)
        _ = day
      }
      site.advance(days: 30)
      for halfDay in 1...120 where goneOn == nil {
        site.advance(days: 0.5)
        if try await retention.look() == 3 { goneOn = halfDay }
      }
      // A clock thirty days behind catches up by half a day with each look.
      #expect((goneOn ?? 0) <= 70 && goneOn != nil)
    }
  }

  @Test("If more people are due than may go at once, they wait a week, and the doctor says so")
  func many() async throws {
    let site = try await TestSite {
      $0.retentionDays = 90
      $0.retentionAtOnce = 2
    }
    try await site.run { browser in
      try await browser.signedIn().bring(list)
      let retention = Retention(services: site.services)
      for _ in 0..<93 {
        #expect(try await retention.look() == 0)
        site.advance(days: 1)
      }
      let findings = await Checkup(site.services.settings, now: site.now).findings()
      #expect(
        findings.contains { $0.kind == .hint && $0.text.hasPrefix("Retention: 3 people would be erased at once") })
      var erased = 0
      for _ in 0..<6 {
        site.advance(days: 1)
        erased += try await retention.look()
      }
      #expect(erased == 3)
    }
  }
}

extension Retention {
  /// The state after it has looked every day until now.
  @discardableResult
  func eraseWhatIsDue() async throws -> Int {
    let now = services.now()
    try await services.database.write {
      try $0.execute("UPDATE installation SET steady_at = \(now), moved_at = \(now) WHERE id = 1")
    }
    let atOnce = try await look()
    try await services.database.write { connection in
      try connection.execute("UPDATE erasure_sighting SET seen_at = seen_at - \(8 * 86_400_000)")
    }
    return try await atOnce + look()
  }
}
