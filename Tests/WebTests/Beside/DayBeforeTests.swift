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

/// The mail on the day before: an evening on Thursday, 3 December, 15:00 in Berlin, and letters that left ten days earlier.
@Suite struct DayBeforeTests {
  @Test(
    "At the host's hour everybody who comes gets one mail with the date, the door, who comes and how to try the camera")
  func once() async throws {
    let scene = try await Self.invited()
    try await Self.reply("Anna Berg", "yes", scene, shown: "fullName")
    try await Self.reply("Bruno Kern", "yes", scene, shown: "nothing")
    try await Self.reply("Clara Voss", "yes", scene)
    try await Self.reply("Dario Lenz", "no", scene)
    try await Self.reply("Eva Roth", "perhaps", scene)
    scene.site.advance(seconds: Self.eve - 60)
    try await scene.tick()
    #expect(try await scene.dayBefore().isEmpty)
    scene.site.advance(seconds: 60)
    for _ in 0..<3 { try await scene.tick() }
    let mails = try await scene.dayBefore()
    #expect(Set(mails.map(\.recipientName)) == ["Anna Berg", "Bruno Kern", "Clara Voss"] && mails.count == 3)
    let text = try #require(mails.first { $0.recipientName == "Bruno Kern" }).text
    #expect(
      text.contains("3. Dezember 2026") && text.contains("15:00 Uhr")
        && text.contains(GuestLinks.personalPlaceholder))
    #expect(text.contains("- Anna Berg") && text.contains("- Clara") && !text.contains("Clara Voss"))
    #expect(text.contains("Kamera und Mikrofon"))
    let others = try #require(mails.first { $0.recipientName == "Clara Voss" }).text
    #expect(others.contains("- Anna Berg") && others.contains("- und noch jemand") && !others.contains("Bruno"))
  }

  @Test("The host sees the hour on the party's page, and can choose another or none")
  func hour() async throws {
    let scene = try await Self.invited()
    try await Self.reply("Anna Berg", "yes", scene)
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await host.get(.party(scene.party)).contains("um 17\u{A0}Uhr an alle, die kommen"))
      let fields = [("title", "T"), ("form", "sie"), ("seats", "8"), ("minutes", "60"), ("zone", "Europe/Berlin")]
      #expect(try await host.post(.partyBasics(scene.party), fields + [("dayBefore", "20")]).status == 303)
      #expect(try await host.get(.party(scene.party)).contains("um 20\u{A0}Uhr an alle, die kommen"))
      scene.site.advance(seconds: Self.eve + 3 * 3600 - 60)
      try await scene.tick()
      #expect(try await scene.dayBefore().isEmpty)
      #expect(try await host.post(.partyBasics(scene.party), fields + [("dayBefore", "none")]).status == 303)
      scene.site.advance(seconds: 60)
      try await scene.tick()
      #expect(try await scene.dayBefore().isEmpty)
      #expect(try await host.post(.partyBasics(scene.party), fields + [("dayBefore", "20")]).status == 303)
      try await scene.tick()
      #expect(try await scene.dayBefore().count == 1)
    }
  }

  @Test("Somebody who says yes after that hour has their confirmation, and gets no second mail")
  func late() async throws {
    let scene = try await Self.invited()
    try await Self.reply("Anna Berg", "yes", scene)
    scene.site.advance(seconds: Self.eve)
    try await scene.tick()
    try await Self.reply("Bruno Kern", "yes", scene)
    scene.site.advance(seconds: 3600)
    try await scene.tick()
    #expect(try await scene.dayBefore().map(\.recipientName) == ["Anna Berg"])
    #expect(try await scene.mails(to: "Bruno Kern").contains { $0.kind == .confirmation })
  }

  @Test("A date that moves, or a no, stops a waiting mail; the new date has its own day before")
  func moved() async throws {
    let (scene, transport) = (try await Self.invited(), FakeTransport())
    for name in ["Anna Berg", "Bruno Kern"] { try await Self.reply(name, "yes", scene) }
    scene.site.advance(seconds: Self.eve)
    try await scene.tick()
    try await Self.reply("Bruno Kern", "no", scene)
    try await scene.site.run { browser in
      let moved = try await browser.signedIn().post(
        .confirmation(scene.party), [("date", "2026-12-10"), ("time", "18:30")])
      #expect(moved.status == 303)
    }
    try await scene.drain(transport)
    let problems = Dictionary(
      uniqueKeysWithValues: try await scene.dayBefore().map { ($0.recipientName, $0.problem?.key ?? "") })
    #expect(problems == ["Anna Berg": "outbox.problem.moved", "Bruno Kern": "outbox.problem.withdrawn"])
    scene.site.advance(days: 7)
    for _ in 0..<2 { try await scene.tick() }
    try await scene.drain(transport)
    let sent = try await scene.dayBefore().filter { $0.state == .sent }
    #expect(sent.map(\.recipientName) == ["Anna Berg"] && sent.allSatisfy { $0.text.contains("10. Dezember 2026") })
  }

  @Test("A cancelled party has no day before, even if its mails are already waiting")
  func cancelled() async throws {
    let (scene, transport) = (try await Self.invited(), FakeTransport())
    try await Self.reply("Anna Berg", "yes", scene)
    scene.site.advance(seconds: Self.eve)
    try await scene.tick()
    try await scene.site.run { browser in
      let cancelled = try await browser.signedIn().post(.cancellation(scene.party), [("reason", "")])
      #expect(cancelled.status == 303)
    }
    try await scene.tick()
    try await scene.drain(transport)
    #expect(try await scene.dayBefore().map(\.state) == [.cancelled])
  }

  /// Seconds from the letters to 17:00 in Berlin on the day before.
  private static let eve = 9.0 * 86_400 + 2 * 3600

  private static func reply(_ name: String, _ answer: String, _ scene: WaveScene, shown: String = "firstName")
    async throws
  {
    let guest = try await scene.guest(name).guest
    let token = scene.services.personalToken(guest.id, number: guest.linkNumber)
    try await scene.site.run { browser in
      let replied = try await browser.post(.reply(token), [("answer", answer), ("shown", shown)])
      #expect(replied.status == 303)
    }
  }

  private static func invited() async throws -> WaveScene {
    let scene = try await WaveScene { party in
      (party.substance, party.dateKind) = (Party.sample().substance, .fixed)
      (party.start, party.answerDays) = (TestSite.start.addingTimeInterval(10 * 86_400), 10)
    }
    try await scene.sendNext()
    try await scene.drain(FakeTransport())
    return scene
  }
}

extension WaveScene {
  func dayBefore() async throws -> [OutgoingMail] { try await mails().filter { $0.kind == .dayBefore } }
}
