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

@Suite struct PollReminderPostTests {
  @Test(
    "Who said yes and voted for nothing is reminded once, near the deadline; a vote while the mail waits keeps it here")
  func once() async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(3))) { party in
      (party.dateKind, party.answerDays) = (.poll, 12)
      party.pollDeadline = TestSite.start.addingTimeInterval(10 * 86_400)
    }
    let starts = [14, 15].map { TestSite.start.addingTimeInterval($0 * 86_400) }
    try await scene.services.database.write { [services = scene.services, id = scene.party] connection in
      let party = try PartyStore(connection: connection).party(id)
      _ = try SlotStore(connection: connection).replace(starts, of: party) { services.newID() }
    }
    try await scene.sendNext()
    try await scene.drain(FakeTransport())
    for name in ["Anna Berg", "Bruno Kern"] { try await scene.answer(name, .yes) }
    scene.site.advance(days: 7.9)
    try await scene.tick()
    #expect(try await scene.reminders().isEmpty)
    scene.site.advance(days: 0.2)
    for _ in 0..<3 { try await scene.tick() }
    let mails = try await scene.reminders()
    #expect(mails.map(\.recipientName) == ["Anna Berg", "Bruno Kern"])
    #expect(mails[0].text.contains("3. Dezember"))
    let anna = try await scene.guest("Anna Berg").guest
    let slots = try await scene.services.database.read { [id = scene.party] connection in
      try SlotStore(connection: connection).slots(of: try PartyStore(connection: connection).party(id))
    }
    try await scene.site.run { browser in
      let token = scene.services.personalToken(anna.id, number: anna.linkNumber)
      let voted = try await browser.post(.votes(token), [("vote.\(slots[0].id)", "yes")])
      #expect(voted.status == 303)
    }
    try await scene.drain(FakeTransport())
    #expect(try await scene.reminders().map(\.state) == [.cancelled, .sent])
    #expect(try await scene.reminders()[0].problem?.key == "outbox.problem.voted")
  }
}

extension WaveScene {
  func reminders() async throws -> [OutgoingMail] { try await mails().filter { $0.kind == .pollReminder } }
}
