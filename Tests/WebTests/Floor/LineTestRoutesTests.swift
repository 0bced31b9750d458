import Core
import Foundation
import HTTPTypes
import NIOCore
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

@Suite struct LineTestRoutesTests {
  private let good = [
    ("microphone", "1"), ("camera", "1"), ("relay", "1"), ("way", "udp"), ("way", "tls"), ("up", "20000"),
    ("down", "50000"), ("roundTrip", "30"),
  ]

  @Test("A guest reads what the line is good for, and the host sees it on the evening page")
  func seen() async throws {
    let scene = try await FloorScene()
    let token = try await token(scene)
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await host.get(.programme(scene.party)).contains("noch nicht"))
      let page = try await browser.post(.lineTest(token), good)
      #expect(page.status == 200 && page.contains("Gut für Bild und Ton.") && page.contains("UDP und TLS"))
      #expect(page.contains("20 Mbit") && page.contains(#""verdict":"picture""#))
      #expect(try await host.get(.programme(scene.party)).contains("Gut für Bild und Ton."))
      let own = try await browser.get(.personal(token))
      #expect(own.contains("Gut für Bild und Ton.") && own.contains("Getestet: "))
    }
  }

  @Test("The latest test counts, and a firewall is reported with the one thing to try")
  func latest() async throws {
    let scene = try await FloorScene()
    let token = try await token(scene)
    try await scene.site.run { browser in
      _ = try await browser.post(.lineTest(token), good)
      let page = try await browser.post(
        .lineTest(token), good.filter { $0.0 != "way" && $0.0 != "up" } + [("up", "1500")])
      #expect(page.contains("Versuchen Sie ein anderes Netz") && page.contains("1,5 Mbit"))
      let host = try await browser.signedIn()
      #expect(try await host.get(.programme(scene.party)).contains("Eine Firewall lässt das Relais nicht durch"))
    }
    #expect(try await scene.count("SELECT count(*) AS n FROM line_test") == 1)
  }

  @Test(
    "What no page of ours sends is refused, and keeps nothing",
    arguments: [[], [("up", "x"), ("down", "1"), ("roundTrip", "1")], [("up", "9223372036854775807"), ("down", "1")]])
  func malformed(fields: [(String, String)]) async throws {
    let scene = try await FloorScene()
    let token = try await token(scene)
    try await scene.site.run { browser in
      let answer = try await browser.post(.lineTest(token), fields)
      #expect(answer.status == 400)
    }
    #expect(try await scene.count("SELECT count(*) AS n FROM line_test") == 0)
  }

  @Test("As many bytes come down and go up as requested, and no more than half a megabyte")
  func bytes() async throws {
    let scene = try await FloorScene()
    let token = try await token(scene)
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      for (visitor, path) in [(browser, Path.lineBytes(token)), (host, .lineBytes(scene.party))] {
        #expect(try await visitor.get("\(path.text)?bytes=16384").bytes.count == 16_384)
        #expect(try await visitor.get("\(path.text)?bytes=99999999").status == 200)
        let up = try await visitor.post(
          path.text, type: "application/octet-stream", body: ByteBuffer(repeating: 7, count: 100_000))
        #expect(up.status == 200)
        let much = try await visitor.post(
          path.text, type: "application/octet-stream", body: ByteBuffer(repeating: 7, count: 600_000))
        #expect(much.status == 413)
      }
    }
  }

  @Test("A host's own test is shown and stored nowhere; a stranger's party isn't found")
  func host() async throws {
    let scene = try await FloorScene()
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await host.post(.lineTest(scene.party), good).contains("Gut für Bild"))
      let other = scene.services.newID(Entity.Party.self)
      #expect(try await host.post(.lineTest(other), good).status == 404)
    }
    #expect(try await scene.count("SELECT count(*) AS n FROM line_test") == 0)
  }

  @Test("From the day before, the personal page leads to the test")
  func invitation() async throws {
    let scene = try await FloorScene()
    let token = try await token(scene)
    try await scene.site.run { browser in
      let (personal, floor) = (try await browser.get(.personal(token)), try await browser.get(.floor(token)))
      #expect(personal.contains("#line-test"))
      #expect(floor.contains("line-test"))
    }
  }

  private func token(_ scene: FloorScene) async throws -> Token {
    let guest = try await scene.guests()[0].guest
    return scene.services.personalToken(guest.id, number: guest.linkNumber)
  }
}
