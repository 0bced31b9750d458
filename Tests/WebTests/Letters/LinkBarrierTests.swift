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

@Suite struct LinkBarrierTests {
  @Test(
    "An address that only this machine or its network opens is told from one for everybody",
    arguments: [
      ("http://127.0.0.1:8080", LinkBarrier.Reach.machine), ("http://localhost", .machine),
      ("http://[::1]:8080", .machine),
      ("https://192.168.1.5", .network), ("https://10.0.0.1:8443", .network), ("https://[fd00::1]", .network),
      ("https://tisch.local", .network), ("https://tisch", .network), ("https://tisch.example.org", nil),
      ("https://8.8.8.8", nil), ("https://[2606:4700::1]", nil),
    ] as [(String, LinkBarrier.Reach?)])
  func reach(_ address: String, _ expected: LinkBarrier.Reach?) throws {
    #expect(LinkBarrier(try #require(URL(string: address)))?.reach == expected)
  }

  @Test("If guests can't open their links, the sending page says why, and no letter leaves without a tick")
  func stops() async throws {
    let address = try #require(URL(string: "http://127.0.0.1:8080"))
    let local = try await TestSite {
      $0.publicURL = address
      $0.smtp = SMTPSettings(host: "mail.example.net")
    }
    let shelf = Bookshelf(site: local)
    let people = try await shelf.add(Bookshelf.coaches).people
    let party = try await shelf.addParty()
    try await shelf.choose(people, for: party)
    let guests = try await shelf.guests(of: party).map { ("guest", $0.guest.id.description) }
    try await local.run { browser in
      let host = try await browser.signedIn()
      let page = try await host.get(Path.waves(party.id))
      #expect(page.contains("http://127.0.0.1:8080") && page.contains("name=\"anyway\""))
      let first = try #require(try await shelf.guests(of: party).first).guest.id
      #expect(
        try await host.get(.letter(party.id, first)).contains("http://127.0.0.1:8080. "),
        "a single letter says so, too")
      for way in ["mail", "hand"] {
        let refused = try await host.post(.waves(party.id), guests + [("way", way)])
        #expect(refused.status == 409 && refused.contains("STEHTISCH_URL"))
      }
      let query = guests.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
      let refused = try await host.get(Path.wavePreview(party.id).text + "?" + query)
      #expect(refused.contains("STEHTISCH_URL") && !refused.contains("<details>"))
      #expect(try await host.get(Path.wavePreview(party.id).text + "?anyway=1&" + query).status == 200)
      #expect(try await shelf.mailCount() == 0)
      #expect(try await host.post(.waves(party.id), guests + [("way", "mail"), ("anyway", "1")]).status == 303)
      #expect(try await shelf.mailCount() > 0)
    }
  }
}

extension Bookshelf {
  fileprivate func mailCount() async throws -> Int {
    try await site.services.database.read { try $0.count("SELECT count(*) AS n FROM outbox") }
  }
}
