import Core
import Database
import Foundation
import Mail
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

/// Every path by which somebody's link, or a host, can cause mail is hammered; the mail of a day stays bounded.
@Suite struct MailBudgetTests {
  @Test("A guest who changes their mind fifty times causes ten mails that day, and the last one is up to date")
  func toggling() async throws {
    let site = try await TestSite { $0.smtp = SMTPSettings(host: "mail.example.net") }
    let table = try await SetTable.set(site, states: [.invited])
    let transport = FakeTransport()
    try await site.run { browser in
      for number in 0..<50 {
        // Slowly enough for the rate on posts.
        site.advance(seconds: 30)
        _ = try await browser.post(.reply(table.token(0)), [("answer", number.isMultiple(of: 2) ? "yes" : "no")])
        try await OutboxDrain(services: site.services, transport: transport, accepted: .sent).run()
      }
      #expect(await transport.accepted.count == MailBudget.perGuest)
      site.advance(days: 1.1)
      try await OutboxDrain(services: site.services, transport: transport, accepted: .sent).run()
      #expect(await transport.accepted.count == MailBudget.perGuest + 1)
      let last = try #require(try await table.mails(0).last { $0.state == "sent" })
      #expect(last.method == "CANCEL")
      let stored = try await table.guest(0).guest.id
      let entry = try await site.services.database.read { try EntryStore(connection: $0).entry(of: stored) }
      #expect(entry?.sequence == last.sequence && entry?.stands == false)
    }
  }

  @Test("News for the host about one guest who comes and goes is limited too")
  func notices() async throws {
    let site = try await TestSite { $0.smtp = SMTPSettings(host: "mail.example.net") }
    let table = try await SetTable.set(site, states: [.silent, .accepted], seats: 1)
    let transport = FakeTransport()
    try await site.run { browser in
      for number in 0..<50 {
        site.advance(seconds: 30)
        _ = try await browser.post(.reply(table.token(0)), [("answer", number.isMultiple(of: 2) ? "yes" : "no")])
        try await OutboxDrain(services: site.services, transport: transport, accepted: .sent).run()
      }
      #expect(await transport.accepted.count <= MailBudget.perGuest)
    }
  }

  @Test("One address gets no more than forty mails a day, whoever writes; the rest waits for its day")
  func recipient() async throws {
    let site = try await TestSite { $0.smtp = SMTPSettings(host: "mail.example.net") }
    let shelf = Bookshelf(site: site)
    let transport = FakeTransport()
    let hosts = [site.host, try await site.addHost("jonas@example.net")]
    for (index, host) in hosts.enumerated() {
      let victim = Bookshelf.Somebody(name: "Olga Opfer", email: "olga@example.org")
      let person = try await shelf.add([victim], to: host, named: "Kongress \(index)").people
      for _ in 0..<MailBudget.perRecipient {
        let party = try await shelf.addParty(of: host)
        try await shelf.choose(person, for: party)
        try await site.services.database.write { [services = site.services] connection in
          let facts = try WaveFacts(
            try PartyStore(connection: connection).party(party.id), host: host, connection: connection)
          try Waves(services: services, connection: connection).write(
            to: Set(facts.guests.map(\.guest.id)), by: .mail, facts)
        }
      }
    }
    for day in 1...3 {
      try await OutboxDrain(services: site.services, transport: transport, accepted: .sent).run()
      #expect(await transport.accepted.count == min(2 * MailBudget.perRecipient, day * MailBudget.perRecipient))
      site.advance(days: 1.01)
    }
  }

  @Test("A link can't be pressed endlessly: after sixty posts in five minutes a guest is asked to wait")
  func posts() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.invited, .invited])
    try await site.run { browser in
      for number in 1...70 {
        let page = try await browser.post(.wishes(table.token(0)), [("wishes", "Wunsch \(number)")])
        #expect(page.status == (number <= 60 ? 303 : 429))
      }
      #expect(try await browser.post(.wishes(table.token(1)), [("wishes", "Ich auch")]).status == 303)
      #expect(try await browser.get(.personal(table.token(0))).status == 200)
      site.advance(seconds: 301)
      #expect(try await browser.post(.wishes(table.token(0)), [("wishes", "Wieder")]).status == 303)
    }
  }

  @Test("Sign-in links to one address end after thirty a day, and the page doesn't reveal it")
  func signIn() async throws {
    let site = try await TestSite { $0.smtp = SMTPSettings(host: "mail.example.net") }
    try await site.run { browser in
      for _ in 0..<60 {
        site.advance(seconds: 901)
        let page = try await browser.post(.signIn, [("email", site.host.email)])
        #expect(page.status == 200)
      }
    }
    #expect(try await site.count("outbox WHERE kind = 'signIn'") == MailBudget.signIns)
  }
}
