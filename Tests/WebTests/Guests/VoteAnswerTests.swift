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
