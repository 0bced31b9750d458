import Core
import Formats
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

@Suite struct ConfirmationTests {
  @Test("One press confirms: everybody who comes or may come gets an entry, with nobody else's address")
  func confirming() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.accepted, .tentative, .invited, .declined], slots: [5, 6])
    try await site.run { browser in
      let host = try await browser.signedIn()
      let slot = try await table.slots()[1]
      #expect(try await host.post(.confirmation(table.party), [("slot", slot.id.description)]).status == 303)
      let party = try await table.stored()
      #expect((party.stage, party.start) == (.scheduled, slot.start))
      for (index, count) in [1, 1, 0, 0].enumerated() { #expect(try await table.mails(index).count == count) }
      let (first, second) = (try await table.mails(0)[0], try await table.guest(1))
      #expect(first.key == "confirmation:\(table.guests[0]):0")
      #expect(!first.calendar.contains(second.email) && !first.text.contains(second.email))
      #expect(first.calendar.contains("mailto:\(site.host.email)"))
      // A latecomer gets it with the yes.
      _ = try await browser.post(.reply(table.token(2)), [("answer", "yes")])
      #expect(try await table.mails(2).map(\.method) == ["REQUEST"])
    }
  }

  @Test("Somebody without a usable address doesn't keep the others from their entry")
  func withoutAddress() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.accepted, .accepted, .accepted])
    try await site.services.database.write { connection in
      let people = try GuestStore(connection: connection).guests(of: table.party).map(\.guest.person)
      try connection.execute("UPDATE person SET email = '' WHERE id = \(people[0])")
      try connection.execute("UPDATE person SET email = 'no address' WHERE id = \(people[1])")
    }
    try await site.run { browser in
      #expect(try await browser.signedIn().post(.confirmation(table.party)).status == 303)
      var counts: [Int] = []
      for index in 0...2 { counts.append(try await table.mails(index).count) }
      #expect(counts == [0, 0, 1])
    }
  }

  @Test("Pressing twice confirms once")
  func twice() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.accepted])
    try await site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await host.post(.confirmation(table.party)).status == 303)
      #expect(try await host.post(.confirmation(table.party)).status == 303)
      #expect(try await table.mails(0).count == 1)
    }
  }

  @Test("A date that moves updates the same entry, and the guest sees the old date")
  func moving() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.accepted, .invited])
    try await site.run { browser in
      let host = try await browser.signedIn()
      _ = try await host.post(.confirmation(table.party))
      let moved = try await host.post(.confirmation(table.party), [("date", "2026-12-20"), ("time", "19:15")])
      #expect(moved.status == 303)
      let mails = try await table.mails(0)
      #expect(mails.map(\.kind) == ["confirmation", "change"])
      #expect(mails.map(\.sequence) == [0, 1])
      #expect(Set(mails.map { $0.calendar.firstMatch(of: /UID:(.*)\r\n/)?.1 }).count == 1)
      #expect(try await table.mails(1).isEmpty)
      #expect(try await browser.get(.personal(table.token(0))).contains("Der Termin hat sich geändert"))
      let skipped = try await host.post(.confirmation(table.party), [("date", "2027-03-28"), ("time", "02:30")])
      #expect(skipped.status == 422)
      #expect(skipped.contains("id=\"time-error\""))
    }
  }

  @Test("A cancellation reaches guests who have the entry and guests who were invited, and nobody else")
  func cancelling() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.accepted, .invited, .declined, .shortlisted])
    try await site.services.database.write { connection in
      let person = try GuestStore(connection: connection).guest(table.guests[1], of: table.party)
      let letter = Letter(subject: "Einladung", blocks: [])
      var mail = Postbox(services: site.services).mail(
        letter, kind: .letter, key: "letter:1", guest: person, party: Party.sample(), host: site.host)
      (mail.state, mail.party) = (.sent, table.party)
      try OutboxStore(connection: connection).add(mail)
    }
    try await site.run { browser in
      let host = try await browser.signedIn()
      _ = try await host.post(.confirmation(table.party))
      #expect(try await host.post(.cancellation(table.party), [("reason", "Ich bin krank.")]).status == 303)
      let (first, second) = (try await table.mails(0), try await table.mails(1))
      #expect(first.map(\.method) == ["REQUEST", "CANCEL"])
      #expect(first.map(\.state) == ["cancelled", "queued"])
      #expect(second.last?.kind == "cancellation" && second.last?.method == "")
      #expect(second.last?.text.contains("Ich bin krank.") == true)
      for index in 2...3 { #expect(try await table.mails(index).isEmpty) }
      let page = try await browser.get(.personal(table.token(0)))
      #expect(page.contains("Ich bin krank."))
      #expect(!page.contains("/reply"))
    }
  }

  @Test("The file to download is for this guest only: it publishes, asks nobody, and has their own link")
  func download() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.accepted, .accepted, .invited])
    try await site.run { browser in
      #expect(try await browser.get(.calendar(table.token(0))).status == 404)
      _ = try await browser.signedIn().post(.confirmation(table.party))
      let file = try await browser.get(.calendar(table.token(0)))
      #expect(file.headers[.contentType]?.hasPrefix("text/calendar") == true)
      #expect(file.contains("METHOD:PUBLISH"))
      #expect(!file.contains("ATTENDEE"))
      #expect(file.text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
      #expect(file.text.replacing("\r\n ", with: "").contains("/g/\(table.token(0).text)"))
      #expect(try await browser.get(.calendar(table.token(2))).status == 404)
    }
  }

  @Test("Links filled into a folded calendar are whole, and lines stay short")
  func folding() async throws {
    let text =
      "DESCRIPTION:" + String(repeating: "ü", count: 25) + "https://li\r\n nks.invalid/personal und mehr\r\nEND:X"
    let link = "https://treffen.example.org/g/" + String(repeating: "A", count: 60)
    let filled = CalendarLines.changing(text) { $0.replacing("https://links.invalid/personal", with: link) }
    #expect(filled.replacing("\r\n ", with: "").contains(link + " und mehr\r\nEND:X"))
    #expect(filled.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
  }
}
