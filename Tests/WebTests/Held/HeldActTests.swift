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

@Suite struct HeldActTests {
  @Test("Letters wait ten seconds on the server; if undone, nobody is invited and nothing has left")
  func takenBack() async throws {
    let scene = try await HeldScene()
    try await scene.run { host in
      let preview = try await host.get(Path.wavePreview(scene.party).text + "?" + scene.query)
      #expect(preview.status == 200 && preview.contains("5 Briefe verschicken?") && preview.contains("Anna Berg"))
      #expect(preview.contains("[der persönliche Link]") && !preview.contains("links.invalid"))
      #expect(try await host.post(.waves(scene.party), scene.fields).location == Path.waves(scene.party).text)
      let page = try await host.get(Path.waves(scene.party))
      #expect(page.contains("5 Briefe gehen gleich hinaus.") && page.contains("data-second=\"10\""))
      #expect(!page.contains("/waves/preview"), "nobody presses the same twice")
      scene.wave.site.advance(seconds: 9)
      try await scene.finish()
      #expect(try await scene.wave.mails().isEmpty)
      #expect(try await scene.decide("back", host).status == 303)
      scene.wave.site.advance(seconds: 60)
      try await scene.finish()
      #expect(try await scene.wave.mails().isEmpty)
      #expect(try await scene.wave.states().values.allSatisfy { $0 == .shortlisted })
      #expect(try await scene.wave.shelf.party(scene.party).stage == .draft)
    }
  }

  @Test("After ten seconds it is done, once, and can no longer be undone")
  func done() async throws {
    let scene = try await HeldScene()
    try await scene.run { host in
      for _ in 0..<2 { _ = try await host.post(.waves(scene.party), scene.fields) }
      let act = try #require(try await scene.act())
      scene.wave.site.advance(seconds: 10)
      for _ in 0..<2 { try await scene.finish() }
      #expect(try await scene.wave.mails().count == 5)
      let late = try await host.post(.heldAct(scene.party), [("act", act.id.description), ("do", "back")])
      #expect(late.status == 409 && late.contains("Zum Zurücknehmen war es zu spät"))
      #expect(try await scene.wave.mails().count == 5)
    }
  }

  @Test("“Send now” does it at once, and so does the next press at the same party")
  func hurried() async throws {
    let scene = try await HeldScene()
    try await scene.run { host in
      _ = try await host.post(.waves(scene.party), scene.fields)
      #expect(try await scene.decide("now", host).location == Path.waves(scene.party).text)
      #expect(try await scene.wave.mails().count == 5)
      try await scene.wave.drain(FakeTransport())
      let guests = try await scene.wave.guests().map(\.guest.id)
      let preview = try await host.get(.withdrawal(scene.party, guests[0]))
      #expect(preview.contains("Die Einladung an Anna Berg zurücknehmen?") && preview.contains("Eine Person bekommt"))
      _ = try await host.post(.withdrawal(scene.party, guests[0]))
      #expect(try await scene.wave.states()["Anna Berg"] == .invited)
      _ = try await host.post(.withdrawal(scene.party, guests[1]))
      #expect(try await scene.wave.states()["Anna Berg"] == .withdrawn)
      #expect(try await scene.wave.states()["Bruno Kern"] == .invited)
      #expect(try await scene.decide("back", host).status == 303)
      #expect(try await scene.wave.states()["Bruno Kern"] == .invited)
    }
  }

  @Test("An action that sends no mail is done at once")
  func silent() async throws {
    let scene = try await HeldScene()
    try await scene.run { host in
      _ = try await host.post(.waves(scene.party), scene.fields)
      _ = try await scene.decide("now", host)
      let guest = try await scene.wave.guests()[0].guest.id
      #expect(try await host.get(.withdrawal(scene.party, guest)).contains("Niemand bekommt deswegen Post."))
      _ = try await host.post(.withdrawal(scene.party, guest))
      #expect(try await scene.wave.states()["Anna Berg"] == .withdrawn)
      #expect(try await scene.act() == nil)
    }
  }

  @Test("The reason why an action failed when its time came is shown until it is read")
  func refused() async throws {
    let scene = try await HeldScene()
    try await scene.run { host in
      _ = try await host.post(.waves(scene.party), scene.fields)
      let (now, whole) = (scene.wave.site.now, try await scene.wave.shelf.party(scene.party))
      try await scene.wave.services.database.write {
        var party = whole
        party.substance.question = ""
        try PartyStore(connection: $0).update(party, at: now)
      }
      scene.wave.site.advance(seconds: 10)
      try await scene.finish()
      #expect(try await scene.wave.mails().isEmpty)
      let page = try await host.get(Path.waves(scene.party))
      #expect(page.contains("Daraus ist nichts geworden.") && page.contains("Noch fehlt die Frage"))
      #expect(try await scene.decide("back", host).status == 303)
      #expect(try await scene.act() == nil)
    }
  }

  @Test("An act that can never be performed is given up and says so; the others' time comes all the same")
  func hopeless() async throws {
    let scene = try await HeldScene()
    let other = try await scene.wave.shelf.addParty().id
    try await scene.run { host in
      _ = try await host.post(.waves(scene.party), scene.fields)
      let act = HeldAct(
        id: scene.wave.services.newID(), party: other, host: scene.wave.site.host.id,
        deed: .message(HostMessage(subject: "", text: ""), number: 1), mails: 1, dueAt: scene.wave.site.now)
      try await scene.wave.services.database.write { try HeldActStore(connection: $0).insert(act) }
      scene.wave.site.advance(seconds: 10)
      try await scene.finish()
      #expect(try await scene.wave.mails().count == 5)
      #expect(try await host.get(.party(other)).contains("Daraus ist nichts geworden."))
    }
  }

  @Test("A reminder and a seat given away wait too")
  func singles() async throws {
    let scene = try await HeldScene()
    try await scene.run { host in
      _ = try await host.post(.waves(scene.party), scene.fields)
      _ = try await scene.decide("now", host)
      try await scene.wave.drain(FakeTransport())
      let guest = try await scene.wave.guest("Anna Berg").guest.id
      _ = try await host.post("/parties/\(scene.party)/guests/\(guest)/reminder")
      #expect(try await host.get(Path.waves(scene.party)).contains("Die Erinnerung geht gleich hinaus."))
      #expect(try await scene.wave.mails().allSatisfy { $0.kind != .reminder })
      #expect(try await scene.decide("back", host).status == 303)
      _ = try await host.post("/parties/\(scene.party)/guests/\(guest)/reminder")
      scene.wave.site.advance(seconds: 10)
      try await scene.finish()
      #expect(try await scene.wave.mails().count { $0.kind == .reminder } == 1)
    }
  }

  @Test("A host's message waits, can be undone, and is not lost when another window sends a different one")
  func message() async throws {
    let scene = try await HeldScene()
    try await scene.run { host in
      _ = try await host.post(.waves(scene.party), scene.fields)
      _ = try await scene.decide("now", host)
      func send(_ subject: String) async throws -> Browser.Page {
        try await host.post(
          .message(scene.party),
          [
            ("audience", "unanswered"), ("subject", subject), ("text", "Erste Zeile.\n\nZweite: a=b"), ("send", "1"),
            ("number", "1"),
          ])
      }
      for _ in 0..<2 { #expect(try await send("Noch etwas").location == Path.message(scene.party).text) }
      let page = try await host.get(Path.message(scene.party))
      #expect(page.contains("an 5 Personen") && page.contains("liegt noch hier") && !page.contains("name=\"subject\""))
      #expect(try await scene.wave.messages().isEmpty)
      #expect(try await scene.decide("back", host).location == Path.message(scene.party).text)
      #expect(try await host.get(Path.message(scene.party)).contains("name=\"subject\""))
      _ = try await send("Noch etwas")
      let other = try await send("Etwas anderes")
      #expect(
        other.status == 409 && other.contains("Inzwischen ist eine andere Nachricht") && other.contains("Etwas anderes")
      )
      let sent = try await scene.wave.messages()
      #expect(sent.count == 5 && sent.allSatisfy { $0.subject == "Noch etwas" && $0.text.contains("Zweite: a=b") })
    }
  }

  @Test("While one host's action can be undone, the other's press waits until they have looked at it")
  func two() async throws {
    let scene = try await HeldScene()
    let jonas = try await scene.wave.site.addCohost(of: scene.party)
    try await scene.run { host in
      let other = try await host.signedIn(as: jonas)
      _ = try await host.post(.waves(scene.party), scene.fields)
      #expect(try await other.post(.waves(scene.party), scene.fields).status == 303, "the same is pressed once")
      let refused = try await other.reading("de").post(.cancellation(scene.party), [("reason", "Ich bin krank.")])
      #expect(refused.status == 409 && refused.contains("Miriam Sander") && refused.contains("Ich bin krank."))
      #expect(try await scene.wave.mails().isEmpty, "nobody's ten seconds are cut short")
      #expect(try await scene.decide("back", other).status == 303, "either of the two may take it back")
      _ = try await other.post(.waves(scene.party), scene.fields)
      let mine = try await host.post(.cancellation(scene.party), [("reason", "")])
      #expect(mine.status == 409 && mine.contains("Jonas Wirth"))
      scene.wave.site.advance(seconds: 10)
      try await scene.finish()
      #expect(try await scene.wave.mails().count == 5)
    }
  }

  @Test("When both press at once, one deed waits and the other is refused; nothing is done twice")
  func race() async throws {
    let scene = try await HeldScene()
    let jonas = try await scene.wave.site.addCohost(of: scene.party)
    try await scene.run { host in
      let other = try await host.signedIn(as: jonas)
      async let first = host.post(.waves(scene.party), scene.fields)
      async let second = other.post(.waves(scene.party), Array(scene.fields.dropFirst(2)))
      let statuses = Set([try await first.status, try await second.status])
      #expect(statuses == [303, 409])
      #expect(try await scene.act() != nil)
      #expect(try await scene.wave.mails().isEmpty)
    }
  }

  @Test("A former co-host's waiting action is dropped")
  func removed() async throws {
    let scene = try await HeldScene()
    let jonas = try await scene.wave.site.addCohost(of: scene.party)
    try await scene.run { host in
      _ = try await host.signedIn(as: jonas).post(.waves(scene.party), scene.fields)
      _ = try await host.post(.cohost(scene.party), [("removed", "1")])
      scene.wave.site.advance(seconds: 10)
      try await scene.finish()
      #expect(try await scene.wave.mails().isEmpty)
      #expect(try await scene.act() == nil)
    }
  }

  @Test("Confirming, moving and cancelling a date wait each time, and an invalid one is refused at once")
  func dates() async throws {
    let table = try await SetTable.set(
      try await TestSite { $0.takeBackSeconds = 10 }, states: [.accepted, .accepted])
    try await table.site.run { browser in
      let host = try await browser.signedIn()
      _ = try await host.post(.confirmation(table.party))
      #expect(try await table.stored().confirmedAt == nil)
      table.site.advance(seconds: 10)
      _ = try await HeldActs(services: table.site.services).finishDue()
      #expect(try await table.stored().confirmedAt != nil)
      let past = try await host.post(.confirmation(table.party), [("date", "2020-12-20"), ("time", "19:15")])
      #expect(past.status == 422)
      let before = try await table.stored().start
      _ = try await host.post(.confirmation(table.party), [("date", "2026-12-20"), ("time", "19:15")])
      #expect(try await table.stored().start == before)
      #expect(try await host.get(Path.date(table.party)).contains("Der Termin wird gleich verschoben"))
      _ = try await host.post(.cancellation(table.party), [("reason", "Ich bin krank.")])
      #expect(try await table.stored().start != before, "the next press decides the one before")
      #expect(try await table.stored().stage == .scheduled)
      table.site.advance(seconds: 10)
      _ = try await HeldActs(services: table.site.services).finishDue()
      #expect(try await table.stored().stage == .cancelled)
    }
  }
}

/// A party whose five letters could leave, on a site that holds actions for ten seconds.
private struct HeldScene {
  let wave: WaveScene
  let fields: [(String, String)]

  init() async throws {
    wave = try await WaveScene(reserves: 2, hold: 10) { $0.seats = 5 }
    fields = try await wave.guests().map { ("guest", $0.guest.id.description) } + [("way", "mail")]
  }

  var party: PartyID { wave.party }

  var query: String { fields.map { "\($0.0)=\($0.1)" }.joined(separator: "&") }

  func run(_ test: @Sendable @escaping (Browser) async throws -> Void) async throws {
    try await wave.site.run { try await test(try await $0.signedIn()) }
  }

  func act() async throws -> HeldAct? {
    try await wave.services.database.read { [party, host = wave.site.host.id] in
      try HeldActStore(connection: $0).act(of: party, host: host)
    }
  }

  func finish() async throws { _ = try await HeldActs(services: wave.services).finishDue() }

  func decide(_ word: String, _ host: Browser) async throws -> Browser.Page {
    let act = try #require(try await act())
    return try await host.post(.heldAct(party), [("act", act.id.description), ("do", word)])
  }
}
