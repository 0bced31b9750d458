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

@Suite struct AssistantTests {
  private let fields = [("assistantName", "Vera Klein"), ("assistantEmail", "v.klein@example.org")]

  @Test(
    "An assistant gets a link of their own: it answers, tells a lateness and shows the brief, and opens nothing else")
  func ownLink() async throws {
    let scene = try await HonourScene()
    let token = scene.services.assistantToken(scene.guest, address: "v.klein@example.org")
    try await scene.site.run { browser in
      #expect(try await browser.get(.assistant(token)).status == 404)
      #expect(try await browser.post(.assistantName(scene.token), fields).status == 303)
      let mail = try #require(try await scene.mails().last)
      #expect(mail.kind == .assistant && mail.recipient == "v.klein@example.org")
      #expect(!mail.text.contains(token.text))
      let text = try await scene.read(mail)
      #expect(text.contains(Path.assistant(token).text) && !text.contains(scene.token.text))
      let page = try await browser.get(.assistant(token))
      #expect(page.contains("Dr. Ruth Aslan") && !page.contains(scene.token.text) && !page.contains("ruth.aslan@"))
      #expect(page.contains("Ja, kommt") && !page.contains("Ja, gern"), "somebody answers for another")
      #expect(try await browser.get(.assistantBrief(token)).status == 200)
      _ = try await browser.post(.assistantReply(token), [("answer", "yes")])
      #expect(try await scene.known().guest.invitation.state == .accepted)
      let file = try await browser.get(.assistantCalendar(token))
      #expect(file.headers[.contentType]?.hasPrefix("text/calendar") == true)
      #expect(file.text.replacing("\r\n ", with: "").contains(Path.assistant(token).text))
      #expect(!file.contains(scene.token.text))
      #expect(try await browser.get(.assistant(token)).contains("party.ics"))
      try await scene.comeNear()
      _ = try await browser.post(.assistantLateness(token), [("late", "more")])
      #expect(try await scene.honour()?.lateMinutes == 10)
      for path in ["/g/\(token.text)", "/g/\(token.text)/floor", "/assistant/\(token.text)/floor"] {
        #expect(try await browser.get(path).status == 404)
      }
    }
  }

  @Test(
    "Whoever answers for the guest of honour hears of a moved slot, by their own link, and of nothing that leaves the time alone"
  )
  func movedSlot() async throws {
    let scene = try await HonourScene()
    let token = scene.services.assistantToken(scene.guest, address: "v.klein@example.org")
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      _ = try await browser.post(.reply(scene.token), [("answer", "yes")])
      _ = try await browser.post(.assistantName(scene.token), fields)
      let slot = [("part", "guest"), ("begins", "10"), ("minutes", "25"), ("reason", "Neu.")]
      #expect(try await host.post(.honourSlot(scene.party), slot).status == 303)
      let mails = try await scene.mails().filter { $0.kind == .assistant }
      #expect(mails.count == 2 && mails.allSatisfy { $0.recipient == "v.klein@example.org" })
      let text = try await scene.read(try #require(mails.last)).replacing("\n", with: " ")
      #expect(text.contains("25 Minuten") && text.contains("Vera Klein") && text.contains("Dr. Ruth Aslan"))
      #expect(text.contains(Path.assistant(token).text) && !text.contains(scene.token.text))
      _ = try await host.post(.honourSlot(scene.party), slot.dropLast() + [("reason", "Anders gesagt.")])
      _ = try await browser.post(.lateness(scene.token), [("late", "more")])
      #expect(try await scene.mails().count { $0.kind == .assistant } == 2)
    }
  }

  @Test(
    "They hear, too, when nothing comes of it: the party is called off, or the invitation taken back",
    arguments: [true, false])
  func calledOff(isParty: Bool) async throws {
    let scene = try await HonourScene()
    try await OutboxDrain(services: scene.services, transport: FakeTransport(), accepted: .sent).run()
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      _ = try await browser.post(.reply(scene.token), [("answer", "yes")])
      _ = try await browser.post(.assistantName(scene.token), fields)
      let done =
        isParty
        ? try await host.post(.cancellation(scene.party), [("reason", "Ich bin krank.")])
        : try await host.post(.honourWithdrawal(scene.party))
      #expect(done.status == 303)
      let mail = try #require(try await scene.mails().first { $0.kind == .assistantCancellation })
      let text = try await scene.read(mail)
      #expect(mail.recipient == "v.klein@example.org" && text.contains("Vera Klein") && text.contains("Dr. Ruth Aslan"))
      #expect(text.contains("Ich bin krank.") == isParty && !text.contains(scene.token.text))
      try await OutboxDrain(services: scene.services, transport: FakeTransport(), accepted: .sent).run()
      #expect(try await scene.mails().first { $0.id == mail.id }?.state == .sent)
    }
  }

  @Test(
    "When the guest of honour says no by themselves, and yes again, whoever answers for them hears it; not their own no, and not fifty changes of mind"
  )
  func echo() async throws {
    let scene = try await HonourScene()
    let token = scene.services.assistantToken(scene.guest, address: "v.klein@example.org")
    try await scene.site.run { browser in
      func told() async throws -> [OutgoingMail] {
        try await scene.mails().filter { $0.recipient == "v.klein@example.org" && $0.state == .queued }
      }
      _ = try await browser.post(.reply(scene.token), [("answer", "yes")])
      _ = try await browser.post(.assistantName(scene.token), fields)
      _ = try await browser.post(.assistantReply(token), [("answer", "no")])
      #expect(try await told().map(\.kind) == [.assistant])
      _ = try await browser.post(.assistantReply(token), [("answer", "yes")])
      for _ in 0..<2 { _ = try await browser.post(.reply(scene.token), [("answer", "no")]) }
      let mail = try #require(try await told().last)
      #expect(try await told().count == 1 && mail.kind == .assistantCancellation)
      let text = try await scene.read(mail)
      #expect(text.contains("Vera Klein") && text.contains("leider nicht statt") && !text.contains(scene.token.text))
      _ = try await browser.post(.reply(scene.token), [("answer", "perhaps")])
      #expect(try await Set(told().map(\.kind)) == [.assistant])
      for number in 0..<50 {
        scene.site.advance(seconds: 120)
        _ = try await browser.post(.reply(scene.token), [("answer", number.isMultiple(of: 2) ? "no" : "yes")])
      }
      #expect(try await scene.mails().count { $0.recipient == "v.klein@example.org" && $0.state != .cancelled } <= 6)
      #expect(try await scene.known().guest.invitation.state == .accepted)
    }
  }

  @Test("A guest of honour who objects after a yes: whoever answers for them hears once that nothing comes of it")
  func objected() async throws {
    let scene = try await HonourScene()
    try await scene.site.run { browser in
      _ = try await browser.post(.reply(scene.token), [("answer", "yes")])
      _ = try await browser.post(.assistantName(scene.token), fields)
      try await scene.services.database.write { [guest = scene.guest, now = scene.site.now] in
        try Objection(connection: $0, now: now).take(guest)
      }
      for _ in 0..<2 { try await Steward(services: scene.services).tick(at: scene.site.now) }
      let told = try await scene.mails().filter { $0.kind == .assistantCancellation }
      #expect(told.map(\.recipient) == ["v.klein@example.org"])
      try await OutboxDrain(services: scene.services, transport: FakeTransport(), accepted: .sent).run()
      #expect(try await scene.mails().first { $0.kind == .assistantCancellation }?.state == .sent)
    }
  }

  @Test("Another assistant, or none, closes the link; the guest's own word stays")
  func replaced() async throws {
    let scene = try await HonourScene()
    let first = scene.services.assistantToken(scene.guest, address: "v.klein@example.org")
    try await scene.site.run { browser in
      _ = try await browser.post(.reply(scene.token), [("answer", "yes"), ("word", "Ich freue mich.")])
      _ = try await browser.post(.assistantName(scene.token), fields)
      _ = try await browser.post(.assistantReply(first), [("answer", "perhaps")])
      #expect(try await scene.known().guest.invitation.word == "Ich freue mich.")
      let other = [("assistantName", "Udo Lang"), ("assistantEmail", "u.lang@example.org")]
      _ = try await browser.post(.assistantName(scene.token), other)
      #expect(try await browser.get(.assistant(first)).status == 404)
      #expect(try await browser.post(.assistantReply(first), [("answer", "no")]).status == 404)
      _ = try await browser.post(.assistantName(scene.token), [("remove", "1")])
      let second = scene.services.assistantToken(scene.guest, address: "u.lang@example.org")
      #expect(try await browser.get(.assistant(second)).status == 404)
    }
  }

  @Test(
    "The brief closes with the right to it: after a cancellation, a withdrawal, a no, and at the end of the evening")
  func briefCloses() async throws {
    let changes: [SQL] = [
      "UPDATE party SET state = 'cancelled'", "UPDATE party SET state = 'ended'",
      "UPDATE guest SET state = 'withdrawn'", "UPDATE guest SET state = 'declined', answer = 'no'",
      "UPDATE guest SET removed_at = 1",
    ]
    for change in changes {
      let scene = try await HonourScene()
      let token = scene.services.assistantToken(scene.guest, address: "v.klein@example.org")
      try await scene.site.run { browser in
        _ = try await browser.post(.reply(scene.token), [("answer", "yes")])
        _ = try await browser.post(.assistantName(scene.token), fields)
        let before = try await browser.get(.assistantBrief(token))
        #expect(before.status == 200 && before.contains("<strong>Anna Berg"))
        try await scene.services.database.write { _ = try $0.execute(change) }
        for path in [Path.assistantBrief(token), .brief(scene.token)] {
          #expect(try await browser.get(path).status == 404, "\(change.text { _ in "?" })")
        }
        let name = try await scene.circle.guests(of: scene.party)[0].name
        for path in [Path.assistant(token), .personal(scene.token)] {
          let page = try await browser.get(path)
          #expect(!page.contains("<strong>\(name)"), "\(path)")
          // The letter they were sent, which named the circle, is still theirs.
          #expect(path == .personal(scene.token) || !page.contains(name))
        }
      }
    }
  }

  @Test("A new link for the guest of honour closes their assistant's, whom an intruder may have named")
  func newLink() async throws {
    let scene = try await HonourScene()
    let token = scene.services.assistantToken(scene.guest, address: "v.klein@example.org")
    try await scene.site.run { browser in
      _ = try await browser.post(.assistantName(scene.token), fields)
      let host = try await browser.signedIn()
      #expect(try await host.post(.guestLink(scene.party, scene.guest)).status == 303)
      for path in [Path.assistant(token), .assistantBrief(token)] {
        #expect(try await browser.get(path).status == 404)
      }
      #expect(try await scene.mails().filter { $0.kind == .assistant }.map(\.state) == [.cancelled])
    }
  }

  @Test("Three may be named in a day, each by a plain name: their mail is no way to write to strangers")
  func unboundedMail() async throws {
    let scene = try await HonourScene()
    try await scene.site.run { browser in
      for number in 1...20 {
        let named = [("assistantName", "Vera Klein"), ("assistantEmail", "v\(number)@example.org")]
        let page = try await browser.post(.assistantName(scene.token), named)
        #expect(page.status == (number <= 3 ? 303 : 422))
        try await OutboxDrain(services: scene.services, transport: FakeTransport(), accepted: .sent).run()
      }
      for name in ["Gewinn auf example.com", "Vera\r\nBcc: x@example.org", "https://example.com", "v@example.org"] {
        let named = [("assistantName", name), ("assistantEmail", "neu@example.org")]
        #expect(try await browser.post(.assistantName(scene.token), named).status == 422, "\(name)")
      }
      #expect(try await scene.mails().count { $0.kind == .assistant } == 3)
      scene.site.advance(days: 1.1)
      let named = [("assistantName", "Dr. Vera Klein-Ross"), ("assistantEmail", "morgen@example.org")]
      #expect(try await browser.post(.assistantName(scene.token), named).status == 303)
    }
  }

  @Test("An address that is invalid, or wants no mail, is refused beside its field")
  func refused() async throws {
    let scene = try await HonourScene()
    try await scene.services.database.write { [now = scene.site.now] in
      try SuppressionStore(connection: $0).add("v.klein@example.org", at: now)
    }
    try await scene.site.run { browser in
      for fields in [fields, [("assistantName", "V"), ("assistantEmail", "nirgends")], []] {
        let page = try await browser.post(.assistantName(scene.token), fields)
        #expect(page.status == 422 && page.contains("assistantEmail-error"))
      }
      #expect(try await scene.honour()?.assistant == nil)
    }
  }

  @Test("The guest of honour's objection does not list the assistant's address")
  func objection() async throws {
    let scene = try await HonourScene()
    try await scene.site.run { browser in
      _ = try await browser.post(.assistantName(scene.token), fields)
      try await OutboxDrain(services: scene.services, transport: FakeTransport(), accepted: .sent).run()
      let path = Path.objection(scene.guest, scene.services.objectionToken(scene.guest))
      _ = try await browser.post(path)
      let addresses = ["ruth.aslan@example.org", "v.klein@example.org"]
      let listed = try await scene.services.database.read {
        try SuppressionStore(connection: $0).listed(among: addresses)
      }
      #expect(listed == ["ruth.aslan@example.org"])
    }
  }
}
