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

@Suite struct PollWatchTests {
  @Test("Once everybody has voted the host is told, once, and sees it on the date page")
  func everybody() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.accepted, .invited], slots: [5, 6])
    let watch = PollWatch(services: site.services)
    try await site.run { browser in
      #expect(try await site.services.database.write { try watch.look($0) } == 0)
      for slot in try await table.slots() {
        for index in 0...1 { _ = try await browser.post(.votes(table.token(index)), [("vote.\(slot.id)", "yes")]) }
      }
      #expect(try await site.services.database.write { try watch.look($0) } == 1)
      #expect(try await site.services.database.write { try watch.look($0) } == 0)
      let page = try await browser.signedIn().get(.date(table.party))
      #expect(page.contains("Unser Vorschlag"))
      #expect(page.contains("Alle 2 können."))
    }
  }

  @Test("When the deadline passes the host is told, even if somebody is missing")
  func deadline() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, slots: [5, 6])
    try await site.services.database.write { connection in
      var party = try PartyStore(connection: connection).party(table.party)
      party.pollDeadline = site.now.addingTimeInterval(3600)
      try PartyStore(connection: connection).update(party, at: site.now)
    }
    let watch = PollWatch(services: site.services)
    #expect(try await site.services.database.write { try watch.look($0) } == 0)
    site.advance(seconds: 3600)
    #expect(try await site.services.database.write { try watch.look($0) } == 1)
  }

  @Test("A must-have guest's no puts a slot behind one that suits fewer people")
  func mustHave() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.accepted, .accepted, .accepted], slots: [5, 6])
    try await site.run { browser in
      let (slots, host) = (try await table.slots(), try await browser.signedIn())
      let votes = [("no", "yes"), ("yes", "no"), ("yes", "no")]
      for (index, vote) in votes.enumerated() {
        let fields = [("vote.\(slots[0].id)", vote.0), ("vote.\(slots[1].id)", vote.1)]
        _ = try await browser.post(.votes(table.token(index)), fields)
      }
      let t = site.services.phrases(.german, zones: ["Europe/Berlin"])
      func heading(_ slot: Slot) -> String { "<h2 id=\"next\"><span aria-hidden=\"true\">\(t.day(slot.start))" }
      #expect(try await host.get(.date(table.party)).contains(heading(slots[0])))
      let toggled = try await host.post(
        .mustHave(table.party), [("guest", table.guests[0].description), ("must", "1")])
      #expect(toggled.status == 303)
      #expect(try await host.get(.date(table.party)).contains(heading(slots[1])))
      let page = try await host.get(.guestHistory(table.party, table.guests[0]))
      #expect(page.contains("Muss nicht dabei sein"))
      #expect(page.contains("Nein"))
    }
  }
}
