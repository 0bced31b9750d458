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

/// Messages from a host to several guests at once.
@Suite struct HostMessageTests {
  @Test("The host reviews it first; then it goes once to everybody who comes, at most twice in a party's life")
  func twice() async throws {
    let scene = try await Self.answered()
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      let looked = try await host.post(.message(scene.party), Self.fields())
      #expect(looked.status == 200 && looked.contains("Anna Berg") && looked.contains("Bringen Sie ein Buch mit."))
      #expect(!looked.contains("Clara Voss"))
      #expect(try await scene.messages().isEmpty)
      let changed = try await host.post(.message(scene.party), Self.fields() + [("send", "1"), ("edit", "1")])
      #expect(changed.status == 200 && changed.contains("Bringen Sie ein Buch mit."))
      for _ in 0..<2 {
        let sent = try await host.post(.message(scene.party), Self.fields() + [("send", "1"), ("number", "1")])
        #expect(sent.status == 303)
        #expect(try await scene.messages().map(\.recipientName) == ["Anna Berg", "Bruno Kern"])
      }
      let second = Self.fields(to: "unanswered") + [("send", "1"), ("number", "2")]
      #expect(try await host.post(.message(scene.party), second).status == 303)
      #expect(try await scene.messages().dropFirst(2).map(\.recipientName) == ["Dario Lenz"])
      #expect(try await host.get(.message(scene.party)).contains("Zwei Nachrichten haben Sie schon geschickt"))
      #expect(try await host.post(.message(scene.party), Self.fields()).status == 409)
    }
    let mail = try #require(try await scene.messages().first)
    #expect(mail.subject == "Noch etwas" && mail.text.contains("Guten Tag") && mail.text.contains("Miriam Sander"))
    #expect(mail.text.contains(GuestLinks.personalPlaceholder) && mail.text.contains(GuestLinks.objectionPlaceholder))
    #expect(!mail.kind.isAutomatic)
  }

  @Test(
    "Without words, or with too many, the form says so and keeps them",
    arguments: ["", String(repeating: "a", count: 2001)])
  func faulty(text: String) async throws {
    let scene = try await Self.answered()
    try await scene.site.run { browser in
      let page = try await browser.signedIn().post(
        .message(scene.party), [("audience", "coming"), ("subject", "Noch etwas"), ("text", text), ("send", "1")])
      #expect(page.status == 422 && page.contains("text-error") && page.contains("Noch etwas"))
      #expect(text.isEmpty || page.contains(text))
      #expect(try await scene.messages().isEmpty)
    }
  }

  @Test("Nothing more is sent once the party has been cancelled")
  func over() async throws {
    let scene = try await Self.answered()
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      _ = try await host.post(.cancellation(scene.party), [("reason", "")])
      #expect(try await host.post(.message(scene.party), Self.fields() + [("send", "1")]).status == 409)
      #expect(try await host.get(.message(scene.party)).contains("nicht mehr eingeladen"))
      #expect(try await scene.messages().isEmpty)
    }
  }

  private static func fields(to audience: String = "coming") -> [(String, String)] {
    [("audience", audience), ("subject", "Noch etwas"), ("text", "Bringen Sie ein Buch mit.\n\nBis bald.")]
  }

  private static func answered() async throws -> WaveScene {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(4)))
    try await scene.sendNext()
    try await scene.drain(FakeTransport())
    for name in ["Anna Berg", "Bruno Kern"] { try await scene.answer(name, .yes) }
    try await scene.answer("Clara Voss", .no)
    return scene
  }
}

extension WaveScene {
  func messages() async throws -> [OutgoingMail] { try await mails().filter { $0.kind == .message } }
}
