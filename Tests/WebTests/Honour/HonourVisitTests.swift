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

@Suite struct HonourVisitTests {
  @Test("One page says when, who, and what they would like to know; nobody's address is on it")
  func brief() async throws {
    let scene = try await HonourScene()
    let guests = try await scene.circle.guests(of: scene.party)
    try await scene.site.run { browser in
      let question = "Was hätten Sie gelassen?"
      _ = try await browser.post(.questions(scene.circle.token(guests[0])), [("question", question)])
      _ = try await browser.post(.reply(scene.token), [("answer", "yes")])
      for path in [Path.personal(scene.token), .brief(scene.token)] {
        let page = try await browser.get(path)
        #expect(page.status == 200)
        for guest in guests { #expect(page.contains(guest.name) && !page.contains(guest.email)) }
        #expect(page.contains(question) && page.contains("Möchte wissen"))
      }
      // In their zone, not ours.
      _ = try await browser.post(.zone(scene.token), [("zone", "America/New_York")])
      let slot = try #require(try await scene.seat()?.slot)
      let phrases = scene.services.phrases(.german, zones: ["America/New_York"])
      #expect(try await browser.get(.brief(scene.token)).contains(phrases.clock(slot.startsAt.date)))
    }
  }

  @Test("Arriving is a link, leaving one tap; afterwards they say whether they would come again")
  func evening() async throws {
    let scene = try await HonourScene()
    try await scene.site.run { browser in
      _ = try await browser.post(.reply(scene.token), [("answer", "yes")])
      #expect(try await browser.get(.personal(scene.token)).contains(Path.floor(scene.token).text))
      #expect(try await browser.get(.floor(scene.token)).status == 200)
      let now = try #require(try await scene.seat()?.slot.startsAt.date)
      scene.site.advance(seconds: now.timeIntervalSince(scene.site.now))
      try await scene.visit(from: now, until: nil)
      #expect(try await browser.get(.personal(scene.token)).contains("noch 15 Minuten"))
      #expect(try await browser.post(.departure(scene.token)).status == 303)
      #expect(try await scene.honour()?.leftAt != nil)
      #expect(try await browser.post(.againAnswer(scene.token), [("again", "yes")]).status == 404)
      try await scene.end(at: now.addingTimeInterval(3600))
      let after = try await browser.get(.personal(scene.token))
      #expect(after.contains("Würden Sie wiederkommen?") && !after.contains(Path.ballot(scene.token).text))
      #expect(try await browser.post(.againAnswer(scene.token), [("again", "yes")]).status == 303)
      #expect(try await browser.post(.ballot(scene.token), [("again", "yes")]).status == 409)
      let host = try await browser.signedIn()
      #expect(try await host.get(.honour(scene.party)).contains("Käme wieder"))
    }
  }

  @Test("A delay is forgotten when the time it was about moves")
  func delayMoves() async throws {
    let scene = try await HonourScene()
    try await scene.site.run { browser in
      _ = try await browser.post(.reply(scene.token), [("answer", "yes")])
      try await scene.comeNear()
      for _ in 0..<2 { _ = try await browser.post(.lateness(scene.token), [("late", "more")]) }
      #expect(try await scene.honour()?.lateMinutes == 20)
      let host = try await browser.signedIn()
      let slot = HonourScene.fields.map { $0.0 == "begins" ? ("begins", "30") : $0 }
      #expect(try await host.post(.honourSlot(scene.party), slot).status == 303)
      #expect(try await scene.honour()?.lateMinutes == 0)
      for _ in 0..<2 { _ = try await browser.post(.lateness(scene.token), [("late", "more")]) }
      #expect(try await scene.honour()?.lateMinutes == 20)
      #expect(
        try await host.post(.confirmation(scene.party), [("date", "2027-12-20"), ("time", "19:15")]).status == 303)
      #expect(try await scene.honour()?.lateMinutes == 0)
    }
  }

  @Test("Thanks are sent once, as edited by the host")
  func thanks() async throws {
    let scene = try await HonourScene()
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await host.post(.honourThanks(scene.party), [("thanks", "Danke"), ("send", "1")]).status == 404)
      _ = try await browser.post(.reply(scene.token), [("answer", "yes")])
      try await scene.visit(from: scene.site.now, until: scene.site.now)
      try await scene.end(at: scene.site.now)
      try await scene.services.database.write { [party = scene.party] in
        try CircleStore(connection: $0).setOutcome("Wir probieren es aus", of: party)
      }
      #expect(try await host.get(.honour(scene.party)).contains("Mitgenommen haben wir: Wir probieren es aus"))
      _ = try await host.post(.honourThanks(scene.party), [("thanks", "Ein Entwurf")])
      #expect(try await host.get(.honour(scene.party)).contains("Ein Entwurf"))
      let words = [("thanks", "danke für Ihren Besuch."), ("send", "1")]
      #expect(try await host.post(.honourThanks(scene.party), words).status == 303)
      #expect(try await host.post(.honourThanks(scene.party), words).status == 404)
      let mails = try await scene.mails().filter { $0.kind == .thanks }
      #expect(mails.count == 1 && mails[0].text.contains("danke für Ihren Besuch."))
      #expect(try await scene.read(mails[0]).contains(Path.personal(scene.token).text))
    }
  }

  @Test("There are no thanks for a visit that did not happen")
  func neverCame() async throws {
    let scene = try await HonourScene()
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      _ = try await browser.post(.reply(scene.token), [("answer", "yes")])
      try await scene.end(at: scene.site.now)
      let page = try await host.get(.honour(scene.party))
      #expect(page.contains("war nicht da") && !page.contains("name=\"thanks\""))
      let words = [("thanks", "danke für zwanzig Minuten."), ("send", "1")]
      #expect(try await host.post(.honourThanks(scene.party), words).status == 404)
      #expect(try await scene.mails().allSatisfy { $0.kind != .thanks })
    }
  }

  @Test("Their page shows one thing at a time: decide, prepare, arrive, thanks")
  func oneThing() async throws {
    let scene = try await HonourScene()
    try await scene.site.run { browser in
      func page() async throws -> String { try await browser.get(.personal(scene.token)).text }
      let decide = try await page()
      #expect(decide.contains("<summary>Wer dabei ist") && !decide.contains("party.ics"))
      _ = try await browser.post(.reply(scene.token), [("answer", "yes")])
      let prepare = try await page()
      #expect(prepare.contains("<summary>Die Antwort ändern") && prepare.contains("party.ics"))
      #expect(!prepare.contains("<summary>Wer dabei ist") && prepare.contains("sehen wir uns"))
      try await scene.comeNear()
      let arrive = try await page()
      #expect(arrive.contains("Ich bin da") && arrive.contains("<summary>Wer dabei ist"))
      #expect(!arrive.contains("party.ics") && arrive.contains("Es wird zehn Minuten später"))
      try await scene.services.database.write {
        _ = try $0.execute("UPDATE honour SET arrived_at = 1, left_at = 2")
      }
      let thanks = try await page()
      #expect(thanks.contains("Danke, dass Sie da waren.") && !thanks.contains("<summary>Die Antwort ändern"))
    }
  }

  @Test("For every other guest the guest of honour's pages don't exist")
  func others() async throws {
    let scene = try await HonourScene()
    let guest = try await scene.circle.guests(of: scene.party)[0]
    let token = scene.circle.token(guest)
    try await scene.site.run { browser in
      let brief = try await browser.get(.brief(token))
      #expect(brief.status == 404)
      for path in [Path.lateness(token), .departure(token), .againAnswer(token), .assistantName(token)] {
        let fields = [("late", "more"), ("again", "yes"), ("assistantName", "A"), ("assistantEmail", "a@example.org")]
        #expect(try await browser.post(path, fields).status == 404, "\(path.text)")
      }
      #expect(try await browser.post(.questions(scene.token), [("question", "Und ich?")]).status == 404)
    }
  }

  @Test("Fetching a link in a mail changes nothing")
  func scanners() async throws {
    let scene = try await HonourScene()
    try await scene.site.run { browser in
      _ = try await browser.post(.reply(scene.token), [("answer", "yes")])
      let fields = [("assistantName", "Vera Klein"), ("assistantEmail", "v.klein@example.org")]
      _ = try await browser.post(.assistantName(scene.token), fields)
      let assistant = scene.services.assistantToken(scene.guest, address: "v.klein@example.org")
      let before = try await scene.site.dump()
      let paths = [
        Path.personal(scene.token), .brief(scene.token), .lateness(scene.token), .departure(scene.token),
        .againAnswer(scene.token), .assistantName(scene.token), .questions(scene.token), .assistant(assistant),
        .assistantReply(assistant), .assistantLateness(assistant), .assistantBrief(assistant),
      ]
      for path in paths { _ = try await browser.get(path) }
      let after = try await scene.site.dump()
      #expect(after == before)
    }
  }

  @Test("A guest of honour counts neither among the members nor for the ballots")
  func notOneOfThem() async throws {
    let scene = try await HonourScene()
    try await scene.visit(from: scene.site.now, until: scene.site.now)
    try await scene.end(at: scene.site.now)
    let (voters, present) = try await scene.services.database.read { [scene] connection in
      let members = CircleMemberStore(connection: connection, circle: scene.circle.circle)
      return (
        try BallotStore(connection: connection).turnout(scene.party).voters, try members.present(at: scene.party)
      )
    }
    #expect(voters == 0 && present.isEmpty)
  }
}
