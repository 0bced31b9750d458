import Core
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

@Suite("A vote is an answer")
struct VoteAnswerTests {
  @Test("A vote for a date means coming if it is chosen: no silence, no reminder, entry with the confirmation")
  func coming() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.invited], slots: [5, 6])
    try await site.run { browser in
      let slots = try await table.slots()
      _ = try await browser.post(.votes(table.token(0)), [("vote.\(slots[0].id)", "ifNeeded")])
      #expect(try await table.state(0) == .accepted)
      let page = try await browser.get(.personal(table.token(0)))
      #expect(page.contains("wenn einer der Termine gewählt wird"))
      let host = try await browser.signedIn()
      #expect(try await host.post(.confirmation(table.party), [("slot", slots[0].id.description)]).status == 303)
      #expect(try await table.mails(0).map(\.method) == ["REQUEST"])
      #expect(try await table.state(0) == .accepted)
    }
  }

  @Test("A guest who turns down all dates does not come this time, and would like to be asked again")
  func noneSuits() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.invited, .accepted], slots: [5, 6])
    try await site.run { browser in
      let fields = try await table.slots().map { ("vote.\($0.id)", "no") }
      for index in 0...1 { _ = try await browser.post(.votes(table.token(index)), fields) }
      for index in 0...1 {
        let invitation = try await table.guest(index).guest.invitation
        #expect(invitation.state == .declined && invitation.asksAgain)
      }
      #expect(try await browser.get(.personal(table.token(0))).contains("ein andermal"))
      // They may reconsider.
      _ = try await browser.post(.votes(table.token(0)), [fields[0], (fields[1].0, "yes")])
      #expect(try await table.state(0) == .accepted)
    }
  }

  @Test("Anything unmarked is a no once they say that is all, and the table shows the difference")
  func all() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.invited, .invited], slots: [5, 6, 7])
    try await site.run { browser in
      let slots = try await table.slots()
      _ = try await browser.post(.votes(table.token(0)), [("vote.\(slots[1].id)", "yes")])
      _ = try await browser.post(
        .votes(table.token(1)), [("vote.\(slots[1].id)", "yes"), ("vote.\(slots[2].id)", "no"), ("all", "1")])
      let votes = try await site.services.database.read { try VoteStore(connection: $0).votes(of: table.party) }
      #expect(votes[table.guests[0]] == [slots[1].id: .yes])
      #expect(votes[table.guests[1]] == [slots[0].id: .no, slots[1].id: .yes, slots[2].id: .no])
      let page = try await browser.signedIn().get(.date(table.party))
      #expect(page.text.matches(of: /nicht markiert, also nein/).count == 1)
    }
  }

  @Test("Confirming a date somebody turned down tells them it is a pity, and frees their seat")
  func turnedDown() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.accepted, .invited], slots: [5, 6])
    try await site.services.database.write { connection in
      let party = try PartyStore(connection: connection).party(table.party)
      for known in try GuestStore(connection: connection).guests(of: party.id) {
        try DateTelling(party, services: site.services, connection: connection).note(known)
      }
    }
    try await site.run { browser in
      let slots = try await table.slots()
      let votes = [("vote.\(slots[0].id)", "no"), ("vote.\(slots[1].id)", "yes")]
      for index in 0...1 { _ = try await browser.post(.votes(table.token(index)), votes) }
      let host = try await browser.signedIn()
      #expect(try await host.post(.confirmation(table.party), [("slot", slots[0].id.description)]).status == 303)
      for index in 0...1 {
        let mails = try await table.mails(index)
        #expect(
          mails.count == 1 && mails[0].calendar.isEmpty
            && mails[0].text.replacing("\n", with: " ").contains("Das ist schade"))
        #expect(!mails[0].text.replacing("\n", with: " ").contains("Ich freue mich"))
        #expect(try await table.state(index) == .declined)
      }
    }
  }

  @Test("Mail about dates reaches guests whom none suited so far: new slots, the date they could not make, its move")
  func asksAgain() async throws {
    let table = try await Self.asked(slots: [5, 6])
    try await table.site.run { browser in
      let slots = try await table.slots()
      let no = slots.map { ("vote.\($0.id)", "no") }
      _ = try await browser.post(.votes(table.token(0)), no)
      _ = try await browser.post(.votes(table.token(1)), [no[0], (no[1].0, "yes")])
      _ = try await browser.post(.votes(table.token(2)), [(no[0].0, "yes")])
      let host = try await browser.signedIn()
      let days = slots.map(\.start) + [slots[1].start.addingTimeInterval(86_400)]
      #expect(try await host.post(.slots(table.party), table.rows(days)).status == 303)
      #expect(try await table.sent(0).count == 1, "new slots")
      #expect(try await host.post(.confirmation(table.party), [("slot", slots[0].id.description)]).status == 303)
      let pity = try await table.sent(1)
      #expect(pity.count == 2 && pity[1].text.replacing("\n", with: " ").contains("Das ist schade"))
      #expect(try await table.state(1) == .declined)
      #expect(
        try await host.post(.confirmation(table.party), [("date", "2026-12-20"), ("time", "19:15")]).status == 303)
      #expect(try await table.sent(1).count == 3, "the move")
    }
  }

  @Test("A date that is set instead of a poll goes by the votes on it, as one chosen from the poll does")
  func fixedInstead() async throws {
    let table = try await Self.asked(slots: [5, 6])
    try await table.site.run { browser in
      let slots = try await table.slots()
      func vote(_ index: Int, _ first: String?, _ second: String?) async throws {
        let fields = zip(slots, [first, second]).compactMap { slot, value in value.map { ("vote.\(slot.id)", $0) } }
        _ = try await browser.post(.votes(table.token(index)), fields)
      }
      try await vote(0, "no", "yes")
      try await vote(1, "ifNeeded", "no")
      try await vote(2, nil, "yes")
      let host = try await browser.signedIn()
      #expect(try await host.post(.slots(table.party), table.fixed(slots[0].start)).status == 303)
      _ = try await host.post(.confirmation(table.party))
      #expect(try await table.stored().confirmedAt != nil)
      for (index, state) in [GuestState.declined, .accepted, .tentative].enumerated() {
        #expect(try await table.state(index) == state)
      }
      #expect(try await table.sent(0).allSatisfy { $0.calendar.isEmpty && !$0.text.contains("Ich freue mich") })
      #expect(try await table.sent(1).last?.calendar.contains("STATUS:CONFIRMED") == true)
      #expect(try await table.sent(2).last?.calendar.contains("STATUS:TENTATIVE") == true)
    }
  }

  /// Three guests who know of the poll.
  private static func asked(slots: [Int]) async throws -> SetTable {
    let site = try await TestSite { $0.smtp = SMTPSettings(host: "mail.example.net") }
    let table = try await SetTable.set(site, slots: slots)
    try await site.services.database.write { connection in
      let party = try PartyStore(connection: connection).party(table.party)
      for known in try GuestStore(connection: connection).guests(of: party.id) {
        try DateTelling(party, services: site.services, connection: connection).note(known)
      }
    }
    return table
  }

  @Test("A vote for a handed-out letter counts as its answer, whether or not the host confirmed sending it")
  func handedOver() async throws {
    let scene = try await WaveScene(hasServer: false) { party in
      (party.substance, party.dateKind) = (Party.sample().substance, .poll)
    }
    try await scene.services.database.write { [services = scene.services, now = scene.site.now] connection in
      let party = try PartyStore(connection: connection).party(scene.party)
      let starts = [now.addingTimeInterval(5 * 86_400), now.addingTimeInterval(6 * 86_400)]
      _ = try SlotStore(connection: connection).replace(starts, of: party) { services.newID() }
    }
    try await scene.sendNext(by: .hand)
    let guest = try await scene.guest("Anna Berg").guest
    try await scene.site.run { browser in
      let slot = try await scene.services.database.read { connection in
        try SlotStore(connection: connection).slots(of: try PartyStore(connection: connection).party(scene.party))[0]
      }
      let token = scene.services.personalToken(guest.id, number: guest.linkNumber)
      #expect(try await browser.post(.votes(token), [("vote.\(slot.id)", "yes")]).status == 303)
      #expect(try await scene.guest("Anna Berg").guest.invitation.state == .accepted)
    }
  }
}

extension SetTable {
  /// The guest's mails that leave now.
  fileprivate func sent(_ index: Int) async throws -> [SentMail] {
    try await OutboxDrain(services: site.services, transport: FakeTransport(), accepted: .sent).run()
    return try await mails(index).filter { $0.state == "sent" }
  }

  fileprivate func rows(_ starts: [Date]) -> [(String, String)] {
    [("kind", "poll"), ("zone", "Europe/Berlin"), ("minutes", "60")]
      + starts.flatMap { [("date", local($0).day.text), ("time", local($0).clockText)] }
  }

  fileprivate func fixed(_ start: Date) -> [(String, String)] {
    [
      ("kind", "fixed"), ("fixedDate", local(start).day.text), ("fixedTime", local(start).clockText),
      ("zone", "Europe/Berlin"), ("minutes", "60"),
    ]
  }

  private func local(_ time: Date) -> LocalTime { LocalTime(time, in: site.services.zones["Europe/Berlin"]) }
}
