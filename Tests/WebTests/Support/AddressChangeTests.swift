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

@Suite struct AddressChangeTests {
  private func fields(_ email: String) -> [(String, String)] {
    [
      ("name", "Miriam Sander"), ("email", email), ("language", "de"), ("zone", "Europe/Berlin"),
      ("signature", "Coach"),
    ]
  }

  @Test(
    "A link to a new address that waited for the mail server leaves as long as it is good, and no longer",
    arguments: [(23.0, 1), (25.0, 0)])
  func waited(_ hours: Double, _ count: Int) async throws {
    let site = try await TestSite { $0.smtp = SMTPSettings(host: "mail.example.net") }
    let transport = FakeTransport()
    try await site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await host.post(.settings, fields("neu@example.net")).status == 303)
      site.advance(seconds: hours * 3600)
      try await OutboxDrain(services: site.services, transport: transport, accepted: .sent).run()
    }
    #expect(await transport.accepted.count == count)
  }

  @Test("A new address counts once the host uses the link mailed to it; the old one is told")
  func proved() async throws {
    let site = try await TestSite { $0.smtp = SMTPSettings(host: "mail.example.net") }
    let (old, transport) = (site.host.email, FakeTransport())
    try await site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await host.post(.settings, fields("neu@example.net")).status == 303)
      #expect(try await site.email() == old)
      #expect(try await host.get(.settings).contains("neu@example.net"))
      try await OutboxDrain(services: site.services, transport: transport, accepted: .sent).run()
      let text = await transport.text(to: "neu@example.net")
      let link = try #require(text.firstMatch(of: /settings\/address\/([\w-]{22})/)?.1)
      let path = Path.addressChange(try #require(Token(String(link))))
      // Fetching it changes nothing, and nobody else can use it.
      #expect(try await host.get(path).contains("<form"))
      let other = try await browser.signedIn(as: try await site.addHost("jonas@example.net"))
      #expect(try await other.post(path).status == 410)
      #expect(try await browser.post(path).status == 401)
      #expect(try await site.email() == old)

      #expect(try await host.post(path).status == 303)
      #expect(try await site.email() == "neu@example.net")
      try await OutboxDrain(services: site.services, transport: transport, accepted: .sent).run()
      #expect(await transport.accepted.map(\.recipient) == ["neu@example.net", old])
      #expect(try await host.post(path).status != 303)
    }
  }

  @Test("A link for an address expires after a day, or when another host gets the address in the meantime")
  func ended() async throws {
    let site = try await TestSite { $0.smtp = SMTPSettings(host: "mail.example.net") }
    try await site.run { browser in
      let host = try await browser.signedIn()
      for isLate in [true, false] {
        _ = try await host.post(.settings, fields("jonas@example.net"))
        let transport = FakeTransport()
        try await OutboxDrain(services: site.services, transport: transport, accepted: .sent).run()
        let text = await transport.text(to: "jonas@example.net")
        let link = try #require(text.firstMatch(of: /settings\/address\/([\w-]{22})/)?.1)
        if isLate { site.advance(days: 1.1) } else { _ = try await site.addHost("jonas@example.net") }
        let page = try await host.post(.addressChange(try #require(Token(String(link)))))
        #expect(page.status == (isLate ? 410 : 409))
        #expect(try await site.email() == site.host.email)
      }
      // By then it belongs to somebody else, and the form says so at once.
      #expect(try await host.post(.settings, fields("jonas@example.net")).status == 422)
    }
  }

  @Test("An owner without an address gives their first one; `host add` names the host its link admits")
  func first() async throws {
    let site = try await TestSite()
    let services = site.services
    let fresh = try await services.addHost(email: "anna@example.org", name: "Anna Berg", language: .german)
    #expect(fresh.isNew && fresh.host.name == "Anna Berg")
    let again = try await services.addHost(email: "ANNA@example.org", name: "Jemand", language: .german)
    #expect(!again.isNew && again.host.name == "Anna Berg" && again.host.id == fresh.host.id)
  }
}

extension TestSite {
  fileprivate func email() async throws -> String? {
    let id = host.id
    return try await services.database.read { try HostStore(connection: $0).host(id)?.email }
  }
}
