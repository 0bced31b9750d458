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

/// Answers that came some other way than by the guest's page, entered by the host.
@Suite struct EnteredAnswerTests {
  private static func answer(_ table: SetTable, _ index: Int) -> Path {
    .enteredAnswer(table.party, table.guests[index])
  }

  @Test("An answer entered by the host counts, is marked, and is reported to the guest", arguments: Answer.allCases)
  func entering(_ answer: Answer) async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, slots: [5, 6])
    try await site.run { browser in
      let host = try await browser.signedIn()
      let page = try await host.post(
        Self.answer(table, 0), [("answer", answer.rawValue), ("word", "Am Telefon."), ("back", "waves")])
      #expect(page.location == Path.waves(table.party).text)
      let invitation = try await table.guest(0).guest.invitation
      #expect((invitation.answer, invitation.answeredBy) == (answer, .host))
      #expect(invitation.word == "Am Telefon.")
      #expect(try await table.events(0).map(\.kind) == [GuestEvent.entered])
      #expect(try await host.get(.waves(table.party)).contains("von Ihnen eingetragen"))
      #expect(try await host.get(.guestHistory(table.party, table.guests[0])).contains("von Ihnen eingetragen"))
      #expect(try await browser.get(.personal(table.token(0))).contains("hat Ihre Antwort eingetragen"))
      #expect(try await browser.reading("en").get(.personal(table.token(0))).contains("entered your answer"))
    }
  }

  @Test("A later answer of the guest's holds, even the same one, and an outdated page overwrites none")
  func ownAnswer() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, slots: [5, 6])
    try await site.run { browser in
      let host = try await browser.signedIn()
      _ = try await host.post(Self.answer(table, 0), [("answer", "yes")])
      site.advance(seconds: 60)
      _ = try await browser.post(.reply(table.token(0)), [("answer", "yes")])
      #expect(try await table.guest(0).guest.invitation.answeredBy == .page)
      #expect(try await table.state(0) == .accepted)
      let page = try await host.post(Self.answer(table, 0), [("answer", "no"), ("seen", "")])
      #expect(page.status == 409)
      #expect(page.contains("hat inzwischen selbst geantwortet"))
      #expect(try await table.state(0) == .accepted)
      let seen = String(Int(site.now.timeIntervalSince1970 * 1000))
      _ = try await host.post(Self.answer(table, 0), [("answer", "no"), ("seen", seen)])
      #expect(try await table.state(0) == .declined)
      _ = try await browser.post(.reply(table.token(0)), [("answer", "perhaps")])
      let invitation = try await table.guest(0).guest.invitation
      #expect((invitation.state, invitation.answeredBy) == (.tentative, .page))
    }
  }

  @Test("The next mail says whose entry it was, and no longer does once the guest has answered")
  func nextMail() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site)
    try await site.run { browser in
      let host = try await browser.signedIn()
      _ = try await host.post(Self.answer(table, 0), [("answer", "yes")])
      let entry = try #require(try await table.mails(0).last)
      #expect(entry.method == "REQUEST")
      #expect(entry.text.contains("Ihre Zusage habe ich selbst eingetragen"))
      _ = try await browser.post(.reply(table.token(1)), [("answer", "yes")])
      #expect(try await table.mails(1).allSatisfy { !$0.text.contains("selbst eingetragen") })
    }
  }

  @Test("Votes entered by the host are marked, make an answer, and give way to the guest's own")
  func votes() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, slots: [5, 6])
    let slots = try await table.slots()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let path = Path.enteredVotes(table.party, table.guests[0])
      let page = try await host.post(path, [("vote.\(slots[0].id)", "yes"), ("vote.\(slots[1].id)", "no")])
      #expect(page.status == 303)
      #expect(try await table.state(0) == .accepted)
      #expect(try await table.guest(0).guest.isAnsweredByHost)
      #expect(try await host.get(.date(table.party)).contains("von Ihnen eingetragen"))
      #expect(try await browser.get(.personal(table.token(0))).contains("Einen Teil der Stimmen hat"))
      let own = slots.map { ("vote.\($0.id)", "ifNeeded") }
      _ = try await browser.post(.votes(table.token(0)), own + [("zone", "Europe/Berlin")])
      #expect(try await !table.guest(0).guest.isAnsweredByHost)
      #expect(try await !host.get(.date(table.party)).contains("von Ihnen eingetragen"))
    }
  }

  @Test("A vote by the guest that equals the host's entry is the guest's from then on")
  func sameVote() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, slots: [5])
    let slot = try await table.slots()[0].id
    try await site.run { browser in
      let host = try await browser.signedIn()
      _ = try await host.post(.enteredVotes(table.party, table.guests[0]), [("vote.\(slot)", "yes")])
      _ = try await browser.post(.votes(table.token(0)), [("vote.\(slot)", "yes"), ("all", "1")])
      #expect(try await !browser.get(.personal(table.token(0))).contains("Einen Teil der Stimmen hat"))
      #expect(try await !table.guest(0).guest.isAnsweredByHost)
    }
  }

  @Test("Somebody without a letter who was asked some other way is invited by their answer")
  func asked() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.shortlisted, .invited], slots: [5, 6])
    try await site.run { browser in
      let host = try await browser.signedIn()
      _ = try await host.post(Self.answer(table, 0), [("answer", "yes")])
      #expect(try await table.state(0) == .accepted)
      #expect(try await table.guest(0).guest.wasWrittenTo)
      #expect(try await browser.get(.personal(table.token(0))).status == 200)
    }
  }

  @Test("Nothing can be entered once the party is cancelled, and nothing for another host's guest")
  func refused() async throws {
    let site = try await TestSite()
    let cancelled = try await SetTable.set(site, slots: [5, 6], stage: .cancelled)
    let other = try await SetTable.set(site, slots: [5, 6], host: try await site.addHost("jonas@example.org"))
    let own = try await SetTable.set(site, slots: [5, 6])
    try await site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await host.post(Self.answer(cancelled, 0), [("answer", "yes")]).status == 409)
      #expect(try await host.post(Self.answer(other, 0), [("answer", "yes")]).status == 404)
      #expect(try await host.post(.enteredAnswer(own.party, other.guests[0]), [("answer", "yes")]).status == 404)
      #expect(try await host.post(Self.answer(own, 0), [("answer", "maybe")]).status == 400)
      let long = String(repeating: "x", count: 5_000)
      #expect(try await host.post(Self.answer(own, 0), [("answer", "yes"), ("word", long)]).status == 422)
      #expect(try await own.events(0).isEmpty)
    }
  }

  @Test("A failed letter goes to the new address, and a bounced one is written again")
  func newAddress() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, slots: [5, 6])
    for (index, state) in ["failed", "sent"].enumerated() { try await Self.letter(state, to: index, table) }
    try await site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await host.get(.guestHistory(table.party, table.guests[0])).contains("Nicht angekommen"))
      for index in 0..<2 {
        let path = Path.guestAddress(table.party, table.guests[index])
        #expect(try await host.post(path, [("email", "neu@")]).status == 422)
        let taken = try await table.guest(2).email
        #expect(try await host.post(path, [("email", taken)]).status == 422)
        #expect(try await host.post(path, [("email", "neu\(index)@example.org")]).status == 303)
        #expect(try await table.guest(index).email == "neu\(index)@example.org")
      }
      #expect(try await table.mails(0).map(\.state) == ["queued"])
      #expect(try await table.mails(1).map(\.state) == ["sent", "queued"])
      let recipients = try await site.services.database.read {
        try $0.rows("SELECT recipient FROM outbox WHERE state = 'queued' ORDER BY recipient") {
          try $0.get("recipient", as: String.self)
        }
      }
      #expect(recipients == ["neu0@example.org", "neu1@example.org"])
    }
  }

  private static func letter(_ state: String, to index: Int, _ table: SetTable) async throws {
    let (known, party, services) = (try await table.guest(index), try await table.stored(), table.site.services)
    try await services.database.write { connection in
      let letter = try LetterComposition(services: services).invitation(
        for: known, party: party, host: table.site.host, connection: connection)
      let postbox = Postbox(services: services)
      try postbox.post(
        postbox.mail(
          letter, kind: .letter, key: "letter:\(known.guest.id)", guest: known, party: party, host: table.site.host),
        connection)
      try connection.execute(
        "UPDATE outbox SET state = \(state), problem = 'outbox.problem.refused' WHERE guest_id = \(known.guest.id)")
    }
  }
}
