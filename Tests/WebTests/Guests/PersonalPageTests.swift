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

@Suite struct PersonalPageTests {
  @Test("A link that never existed or was not sent gets the page of any wrong address; a replaced one says only that")
  func noOracle() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.shortlisted, .invited])
    try await site.run { browser in
      let host = try await browser.signedIn()
      let replaced = table.token(1)
      let answer = try await host.post(.guestLink(table.party, table.guests[1]))
      #expect(answer.status == 303)
      let nowhere = try await browser.get("/nowhere-at-all")
      for path in ["/g/\(table.token(0).text)", "/g/AAAAAAAAAAAAAAAAAAAAAA", "/g/x"] {
        let page = try await browser.get(path)
        #expect(page.status == 404)
        #expect(page.text.replacing(path, with: "/nowhere-at-all") == nowhere.text)
      }
      let old = try await browser.get(.personal(replaced))
      #expect(old.status == 410)
      let name = try await table.guest(1).name
      #expect(!old.text.contains("Muster") && !old.text.contains(name))
      #expect(try await browser.get(.personal(table.token(1, number: 2))).status == 200)
    }
  }

  @Test("Looking at anything leaves the database as it is, byte by byte", arguments: GuestState.allCases)
  func lookingChangesNothing(_ state: GuestState) async throws {
    let site = try await TestSite()
    let poll = try await SetTable.set(site, states: [state, .accepted], slots: [5, 6])
    let fixed = try await SetTable.set(site, states: [state, .accepted])
    try await site.run { browser in
      let host = try await browser.signedIn()
      let before = try await site.dump()
      for table in [poll, fixed] {
        let token = table.token(0)
        for path in [
          Path.personal(token), .calendar(token), .reply(token), .votes(token), .wishes(token), .zone(token),
        ] {
          _ = try await browser.get(path)
        }
        let pages = [
          Path.date(table.party), .slots(table.party), .cancellation(table.party), .confirmation(table.party),
          .mustHave(table.party), .guestHistory(table.party, table.guests[0]),
          .guestLink(table.party, table.guests[0]),
        ]
        for path in pages { _ = try await host.get(path) }
      }
      #expect(try await site.dump() == before)
    }
  }

  @Test("One guest's page reveals nothing about the others, and their link opens nothing of theirs")
  func othersAreHidden() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.accepted, .accepted], slots: [5, 6])
    try await site.run { browser in
      let slot = try await table.slots()[0]
      _ = try await browser.post(.reply(table.token(1)), [("answer", "perhaps"), ("word", "Nur wenn es klappt")])
      _ = try await browser.post(.votes(table.token(1)), [("vote.\(slot.id)", "no")])
      _ = try await browser.post(.wishes(table.token(1)), [("wishes", "Geheimes Thema"), ("leaves", "19:11")])
      let page = try await browser.get(.personal(table.token(0)))
      let other = try await table.guest(1)
      for secret in [other.name, other.email, "Nur wenn es klappt", "Geheimes Thema", "19:11", table.token(1).text] {
        #expect(!page.contains(secret))
      }
      #expect(!page.contains(" checked"))
      // The first guest's link with the second guest's id in the form: ids in forms don't count.
      _ = try await browser.post(
        .reply(table.token(0)), [("answer", "no"), ("guest", table.guests[1].description)])
      #expect(try await table.state(1) == .tentative)
    }
  }

  @Test("Another host finds none of a party's pages about date and guests")
  func otherHosts() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, slots: [5, 6])
    let stranger = try await site.addHost("jonas@example.net")
    try await site.run { browser in
      let host = try await browser.signedIn(as: stranger)
      let (party, guest) = (table.party, table.guests[0])
      let before = try await site.dump()
      for path in [Path.date(party), .slots(party), .cancellation(party), .guestHistory(party, guest)] {
        #expect(try await host.get(path).status == 404)
      }
      let posts = [
        Path.slots(party), .mustHave(party), .confirmation(party), .cancellation(party), .guestLink(party, guest),
      ]
      for path in posts {
        #expect(try await host.post(path, [("guest", guest.description), ("must", "1")]).status == 404)
      }
      #expect(try await site.dump() == before)
    }
  }

  @Test("Somebody who guesses links is slowed down; somebody who has one is not")
  func guessing() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site)
    try await site.run { browser in
      var statuses: [Int] = []
      for number in 0..<40 { statuses.append(try await browser.get("/g/\(10_000 + number)").status) }
      #expect(statuses.first == 404)
      #expect(statuses.last == 429)
      #expect(try await browser.get(.personal(table.token(0))).status == 200)
    }
  }

  @Test("The page is in the visitor's language, and the letter stays in its own")
  func languages() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site)
    try await site.run { browser in
      let page = try await browser.reading("en").get(.personal(table.token(0)))
      #expect(page.contains("<html lang=\"en\">"))
      #expect(page.contains("Will you come?"))
      #expect(page.contains("lang=\"de\""))
    }
  }
}
