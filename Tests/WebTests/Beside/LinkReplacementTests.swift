import Core
import Database
import Foundation
import Testing

@testable import Acts
@testable import HostPages
@testable import House
@testable import Records
@testable import Site
@testable import Web

/// A lost link.
@Suite struct LinkReplacementTests {
  @Test(
    "The new link goes to the guest by mail, with an updated entry where one stands; replaced twice, one mail waits")
  func entry() async throws {
    let (scene, transport) = (try await Self.invited(), FakeTransport())
    let anna = try await scene.guest("Anna Berg")
    try await scene.site.run { browser in
      _ = try await browser.post(.reply(Self.token(anna, scene)), [("answer", "yes")])
      try await scene.drain(transport)
      let host = try await browser.signedIn()
      for _ in 0..<2 {
        let answer = try await host.post(.guestLink(scene.party, anna.guest.id))
        #expect(answer.location?.hasSuffix("link=sent") == true)
      }
      #expect(
        try await host.get(Path.guestHistory(scene.party, anna.guest.id).query([("link", "sent")])).contains(
          "geht gerade per Mail"))
    }
    try await scene.drain(transport)
    let mails = try await scene.mails(to: "Anna Berg").filter { $0.kind == .newLink }
    #expect(mails.map(\.state) == [.cancelled, .sent] && mails.allSatisfy { $0.calendarMethod == "REQUEST" })
    let now = try await scene.guest("Anna Berg")
    let bytes = try #require(await transport.accepted.last).bytes
    let text = String(decoding: bytes, as: UTF8.self).replacing("=\r\n", with: "")
    #expect(text.contains(Self.token(now, scene).text) && !text.contains(Self.token(anna, scene).text))
    #expect(text.contains("SEQUENCE:2"))
  }

  @Test("Without an entry the link comes alone; a guest whose letter waits, or who said no, gets no separate mail")
  func plain() async throws {
    let scene = try await Self.invited()
    try await scene.answer("Bruno Kern", .no)
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      for name in ["Anna Berg", "Bruno Kern"] {
        let sent = try await host.post(.guestLink(scene.party, try await scene.guest(name).guest.id))
        #expect(sent.location?.hasSuffix(name == "Anna Berg" ? "link=sent" : "link=new") == true)
      }
    }
    let mails = try await scene.mails().filter { $0.kind == .newLink }
    #expect(mails.map(\.recipientName) == ["Anna Berg"] && mails.allSatisfy { $0.calendar.isEmpty })
    let waiting = try await WaveScene(people: Array(Bookshelf.coaches.prefix(1)))
    try await waiting.sendNext()
    try await waiting.site.run { browser in
      let guest = try await waiting.guests()[0].guest.id
      let sent = try await browser.signedIn().post(.guestLink(waiting.party, guest))
      #expect(sent.location?.hasSuffix("link=new") == true)
    }
    #expect(try await waiting.mails().count == 1)
  }

  @Test("Whoever comes by the old link hears where the new one is, and nothing else; a made-up link is no page")
  func old() async throws {
    let scene = try await Self.invited()
    let anna = try await scene.guest("Anna Berg")
    try await scene.site.run { browser in
      _ = try await browser.signedIn().post(.guestLink(scene.party, anna.guest.id))
      for page in [
        try await browser.get(Path.personal(Self.token(anna, scene))),
        try await browser.get(Path.floor(Self.token(anna, scene))),
        try await browser.post(.reply(Self.token(anna, scene)), [("answer", "yes")]),
      ] {
        #expect(page.status == 410 && page.contains("Dieser Link wurde ersetzt"))
        #expect(!page.contains("Anna") && !page.contains(Party.sample().substance.topic))
      }
      let unknown = try await browser.get(Path.personal(scene.services.personalToken(anna.guest.id, number: 9)))
      #expect(unknown.status == 404 && !unknown.contains("ersetzt"))
    }
    #expect(try await scene.guest("Anna Berg").guest.invitation.state == .invited)
  }

  private static func token(_ known: KnownGuest, _ scene: WaveScene) -> Token {
    scene.services.personalToken(known.guest.id, number: known.guest.linkNumber)
  }

  private static func invited() async throws -> WaveScene {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(3))) { party in
      (party.substance, party.dateKind) = (Party.sample().substance, .fixed)
      party.start = TestSite.start.addingTimeInterval(10 * 86_400)
    }
    try await scene.sendNext()
    try await scene.drain(FakeTransport())
    return scene
  }
}
