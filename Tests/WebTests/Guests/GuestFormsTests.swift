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

@Suite struct GuestFormsTests {
  @Test("Votes are stored, changes are recorded with the old value, and the zone is remembered")
  func votes() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, slots: [5, 6])
    try await site.run { browser in
      let slots = try await table.slots()
      let fields = [("vote.\(slots[0].id)", "yes"), ("vote.\(slots[1].id)", "ifNeeded"), ("zone", "America/New_York")]
      #expect(try await browser.post(.votes(table.token(0)), fields).status == 303)
      site.advance(seconds: 30)
      _ = try await browser.post(
        .votes(table.token(0)), [("vote.\(slots[0].id)", "no"), ("vote.\(slots[1].id)", "ifNeeded")])
      let events = try await table.events(0)
      // The first votes are an answer too: the dates suit. The second ones don't change that.
      #expect(events.map(\.kind) == ["vote", "vote", "answer", "vote"])
      #expect(events.last?.detail == GuestEvent.voteDetail(slots[0], from: .yes, to: .no))
      #expect(events.last?.at == site.now)
      #expect(try await table.guest(0).guest.zone == "America/New_York")
      let page = try await browser.get(.personal(table.token(0)))
      let hour = site.services.phrases(.german, zones: ["America/New_York"]).clock(slots[0].start)
      #expect(page.contains(">\(hour)</time>"))
      #expect(page.text.matches(of: /type="radio"[^>]* checked/).count == 2)
    }
  }

  @Test("Slots of another party, unknown votes and unknown zones are ignored")
  func strangeVotes() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, slots: [5, 6])
    let other = try await SetTable.set(site, slots: [7, 8])
    try await site.run { browser in
      let (own, foreign) = (try await table.slots()[0], try await other.slots()[0])
      let fields = [
        ("vote.\(foreign.id)", "yes"), ("vote.\(own.id)", "always"), ("vote.", "yes"), ("zone", "Mars/Olympus"),
      ]
      #expect(try await browser.post(.votes(table.token(0)), fields).status == 303)
      #expect(try await browser.post(.zone(table.token(0)), [("zone", "CEST")]).status == 400)
      #expect(try await table.events(0).isEmpty)
      #expect(try await table.guest(0).guest.zone.isEmpty)
    }
  }

  @Test("Wishes, times and card are stored, and fields not in the form stay")
  func wishes() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.accepted])
    try await site.run { browser in
      let wishes = [("wishes", "Schweigen"), ("brings", "Zwei Fälle"), ("arrives", ""), ("leaves", "19:20")]
      #expect(try await browser.post(.wishes(table.token(0)), wishes).status == 303)
      let card = [
        ("name", "Dr. Anna"), ("line", ""), ("email", ""), ("phone", "+49 40 1"), ("web", "example.org/anna"),
      ]
      #expect(try await browser.post(.wishes(table.token(0)), card).status == 303)
      let guest = try await table.guest(0).guest
      #expect((guest.wishes, guest.brings) == ("Schweigen", "Zwei Fälle"))
      #expect(guest.leaves == "19:20")
      #expect(guest.card.web == "https://example.org/anna")
      #expect(guest.card.email.isEmpty)
      #expect(try await table.events(0).map(\.kind) == ["wishes", "times", "card"])
      // Details the guest removed from the card don't come back from the address book.
      let page = try await browser.get(.personal(table.token(0)))
      #expect(!page.contains("value=\"gast1"))
    }
  }

  @Test(
    "What cannot be understood comes back beside its field, with everything that was typed",
    arguments: [
      ("leaves", "25:00"), ("arrives", "abends"), ("email", "anna@"), ("web", "javascript:alert(1)"),
      ("wishes", String(repeating: "a", count: 1001)),
    ])
  func refusals(_ field: String, _ value: String) async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.accepted])
    try await site.run { browser in
      let before = try await site.dump()
      let fields = [("name", "Anna"), ("brings", "Kuchen"), (field, value)]
      let page = try await browser.post(.wishes(table.token(0)), fields)
      #expect(page.status == 422)
      #expect(page.contains("id=\"\(field)-error\""))
      #expect(page.contains("Kuchen"))
      #expect(try await site.dump() == before)
    }
  }

  @Test("A letter reads back from the text that was sent", arguments: AddressForm.allCases)
  func sentLetters(_ form: AddressForm) throws {
    let substance = try CompleteSubstance(Party.sample().substance)
    let facts = LetterFacts(
      form: form, recipient: Recipient(name: "Dr. Anna Müller"), occasion: LetterOccasion(.none), source: .addressBook,
      substance: substance, host: LetterFacts.Signature(name: "Miriam Sander", lines: ["Hamburg"]),
      personalLink: GuestLinks.personalPlaceholder, objectionLink: GuestLinks.objectionPlaceholder)
    let letter = Letter.invitation(facts)
    let read = Letter(subject: letter.subject, sentText: letter.text)
    #expect(read.blocks == letter.blocks)
  }
}
