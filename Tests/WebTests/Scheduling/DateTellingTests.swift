import Core
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

@Suite("News of the date for guests")
struct DateTellingTests {
  @Test("A move before the first yes reaches everybody whose letter names the old date, and speaks of no entry")
  func movedBeforeFirstYes() async throws {
    let scene = try await Self.invited { $0.expectedDeclines = 0 }
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await host.post(.slots(scene.party), Self.fixed("2026-12-20")).status == 303)
      let changes = try await scene.mails().filter { $0.kind == .change }
      #expect(changes.count == 7)
      #expect(
        changes.allSatisfy { $0.calendar.isEmpty && !$0.text.replacing("\n", with: " ").contains("Kalendereintrag") })
      #expect(try await host.post(.slots(scene.party), Self.fixed("2026-12-20")).status == 303)
      #expect(try await scene.mails().count { $0.kind == .change } == 7)
    }
  }

  @Test(
    "Once the date stands a move reaches yes and perhaps with an entry, the unanswered without, and nobody who declined"
  )
  func movedAfterFirstYes() async throws {
    let scene = try await Self.invited()
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      for (name, answer) in [("Anna Berg", "yes"), ("Bruno Kern", "perhaps"), ("Clara Voss", "no")] {
        _ = try await browser.post(.reply(try await Self.token(name, scene)), [("answer", answer)])
      }
      let moved = try await host.post(.confirmation(scene.party), [("date", "2026-12-20"), ("time", "19:15")])
      #expect(moved.status == 303)
      let changes = try await scene.mails().filter { $0.kind == .change }
      let withEntry = Set(changes.filter { !$0.calendar.isEmpty }.map(\.recipientName))
      #expect(withEntry == ["Anna Berg", "Bruno Kern"])
      #expect(Set(changes.map(\.recipientName)).count == 6 && !changes.contains { $0.recipientName == "Clara Voss" })
    }
  }

  @Test("Another length is news like another date: new entry, higher SEQUENCE, later end")
  func length() async throws {
    let scene = try await Self.invited()
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      _ = try await browser.post(.reply(try await Self.token("Anna Berg", scene)), [("answer", "yes")])
      let fields = [("title", "T"), ("form", "sie"), ("seats", "8"), ("minutes", "90"), ("zone", "Europe/Berlin")]
      for _ in 0..<2 { #expect(try await host.post(.partyBasics(scene.party), fields).status == 303) }
      let mails = try await scene.mails(to: "Anna Berg").filter { !$0.calendar.isEmpty }
      #expect(mails.map { Self.line("SEQUENCE", in: $0) } == ["SEQUENCE:0", "SEQUENCE:1"])
      #expect(Set(mails.map { Self.line("DTEND", in: $0) }).count == 2)
    }
  }

  @Test("A fixed date that becomes a poll is reported to everybody who was invited")
  func pollInstead() async throws {
    let scene = try await Self.invited()
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      let rows = [("date", "2026-12-20"), ("time", "18:30"), ("date", "2026-12-21"), ("time", "18:30")]
      let fields = [("kind", "poll"), ("zone", "Europe/Berlin"), ("minutes", "60")] + rows
      #expect(try await host.post(.slots(scene.party), fields).status == 303)
      let told = try await scene.mails().filter { $0.kind == .change }
      #expect(told.count == 7 && told.allSatisfy { $0.text.replacing("\n", with: " ").contains("gilt nicht mehr") })
    }
  }

  @Test("A yes that becomes a perhaps updates the entry")
  func perhaps() async throws {
    let scene = try await Self.invited()
    try await scene.site.run { browser in
      let token = try await Self.token("Anna Berg", scene)
      for answer in ["yes", "perhaps"] { _ = try await browser.post(.reply(token), [("answer", answer)]) }
      let entries = try await scene.mails(to: "Anna Berg").filter { !$0.calendar.isEmpty }
      #expect(entries.map { Self.line("STATUS", in: $0) } == ["STATUS:CONFIRMED", "STATUS:TENTATIVE"])
    }
  }

  @Test("A letter waiting in the queue is rewritten, and no change follows it")
  func unsent() async throws {
    let scene = try await WaveScene(hasServer: false) { party in
      (party.substance, party.dateKind) = (Party.sample().substance, .fixed)
      party.start = TestSite.start.addingTimeInterval(10 * 86_400)
    }
    try await scene.sendNext(by: .hand)
    try await scene.site.run { browser in
      #expect(try await browser.signedIn().post(.slots(scene.party), Self.fixed("2026-12-20")).status == 303)
      let mails = try await scene.mails()
      #expect(mails.allSatisfy { $0.kind == .letter && $0.text.replacing("\n", with: " ").contains("20. Dezember") })
    }
  }

  private static func fixed(_ day: String) -> [(String, String)] {
    [
      ("kind", "fixed"), ("fixedDate", day), ("fixedTime", "18:30"), ("zone", "Europe/Berlin"), ("minutes", "60"),
    ]
  }

  private static func line(_ name: String, in mail: OutgoingMail) -> String {
    mail.calendar.components(separatedBy: "\r\n").first { $0.hasPrefix(name) } ?? ""
  }

  private static func token(_ name: String, _ scene: WaveScene) async throws -> Token {
    let guest = try await scene.guest(name).guest
    return scene.services.personalToken(guest.id, number: guest.linkNumber)
  }

  /// Seven letters have left, for a date in ten days.
  private static func invited(_ change: @Sendable @escaping (inout Party) -> Void = { _ in }) async throws -> WaveScene
  {
    let scene = try await WaveScene { party in
      (party.substance, party.dateKind) = (Party.sample().substance, .fixed)
      party.start = TestSite.start.addingTimeInterval(10 * 86_400)
      change(&party)
    }
    try await scene.sendNext()
    try await scene.drain(FakeTransport())
    return scene
  }
}

extension WaveScene {
  func mails(to name: String) async throws -> [OutgoingMail] { try await mails().filter { $0.recipientName == name } }
}
