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

@Suite struct LettersRoutesTests {
  private func prepared(_ site: TestSite) async throws -> (Party, [KnownGuest]) {
    let shelf = Bookshelf(site: site)
    let people = try await shelf.add([
      .init(name: "Anna Berg", topics: ["Coaching in Behörden"]), .init(name: "Bruno Kern"),
      .init(name: "Clara Voss"),
    ]).people
    let party = try await shelf.addParty()
    try await shelf.choose(people, for: party)
    return (party, try await shelf.guests(of: party))
  }

  @Test("Before the substance is complete the page leads there")
  func needsSubstance() async throws {
    let site = try await TestSite()
    let shelf = Bookshelf(site: site)
    let people = try await shelf.add(Bookshelf.coaches).people
    let party = try await shelf.addParty { $0.substance.question = "" }
    try await shelf.choose(people, for: party)
    let guest = try await shelf.guests(of: party)[0].guest.id
    try await site.run { browser in
      let host = try await browser.signedIn()
      let page = try await host.get(.letters(party.id))
      #expect(page.contains("Erst der Gehalt, dann die Briefe"))
      #expect(page.contains("Die eine Frage an alle"))
      #expect(!page.contains("<textarea"))
      #expect(try await host.get(.letter(party.id, guest)).status == 409)
    }
  }

  @Test("Letters that say the same but for the name are flagged until each has a sentence of its own")
  func alike() async throws {
    let site = try await TestSite()
    let (party, guests) = try await prepared(site)
    try await site.run { browser in
      let host = try await browser.signedIn()
      let before = try await host.get(.letters(party.id))
      #expect(before.contains("gleicht dieser Brief dem an Clara Voss"))
      #expect(before.contains("gleicht dieser Brief dem an Bruno Kern"))
      #expect(!before.contains("gleicht dieser Brief dem an Anna Berg"))
      #expect(before.contains("In 3 Briefen fehlt Ihr eigener Satz."))
      for known in guests {
        let answer = try await host.post(
          .letterSentence(party.id, known.guest.id), [("sentence", "Nur für \(known.guest.id) gedacht.")])
        #expect(answer.status == 303)
      }
      let after = try await host.get(.letters(party.id))
      #expect(!after.contains("gleicht dieser Brief"))
      #expect(!after.contains("Bevor sie hinausgehen"))
    }
  }

  @Test("A sentence too long is refused, with what was typed beside its error")
  func longSentence() async throws {
    let site = try await TestSite()
    let (party, guests) = try await prepared(site)
    try await site.run { browser in
      let answer = try await browser.signedIn().post(
        .letterSentence(party.id, guests[0].guest.id), [("sentence", String(repeating: "sehr lang ", count: 80))])
      #expect(answer.status == 422)
      #expect(answer.contains("sehr lang sehr lang"))
      #expect(answer.contains("sentence-\(guests[0].guest.id)-error"))
    }
  }

  @Test("What the host says in other words stands in the preview; what equals the proposal goes on following it")
  func edits() async throws {
    let site = try await TestSite()
    let (party, guests) = try await prepared(site)
    let guest = guests[0].guest.id
    try await site.run { browser in
      let host = try await browser.signedIn()
      let page = try await host.get(.letter(party.id, guest))
      #expect(page.contains("Anna Berg &lt;anna.berg@example.org&gt;"))
      #expect(page.contains(site.services.links(for: guests[0].guest).personal))
      #expect(!page.contains("links.invalid"))
      let answer = try await host.post(
        .letter(party.id, guest),
        [
          ("subject", "Auf ein Glas, Frau Berg?"), ("salutation", "Liebe Frau Berg,"), ("sentence", "Ein wahrer Satz"),
          ("opening", ""), ("reason", ""),
        ])
      #expect(answer.status == 303)
      let changed = try await host.get(.letter(party.id, guest))
      #expect(changed.contains("Auf ein Glas, Frau Berg?"))
      #expect(changed.contains("Liebe Frau Berg,"))
      #expect(changed.contains("Ein wahrer Satz."))
    }
    let stored = try await Bookshelf(site: site).guests(of: party)[0].guest
    #expect(stored.salutation == "Liebe Frau Berg")
    #expect(stored.letter.opening == "")
  }

  @Test("The link for the host's own program carries subject and text, its line breaks as RFC 6068 wants them")
  func mailto() async throws {
    let link = MailtoLink(recipient: "a+b@example.org", subject: "Grüße & Fragen", text: "Eins\nZwei?\n")
    #expect(
      link.url
        == "mailto:a%2Bb@example.org?subject=Gr%C3%BC%C3%9Fe%20%26%20Fragen&body=Eins%0D%0AZwei%3F%0D%0A")
    let site = try await TestSite()
    let (party, guests) = try await prepared(site)
    try await site.run { browser in
      let host = try await browser.signedIn()
      let before = try await host.get(.letter(party.id, guests[1].guest.id))
      #expect(!before.contains("mailto:"), "its link would open nothing yet")
      try await Bookshelf(site: site).write(to: guests[1])
      let page = try await host.get(.letter(party.id, guests[1].guest.id))
      #expect(page.contains("mailto:bruno.kern@example.org?subject="))
    }
  }

  @Test("Opening letters changes nothing")
  func readingIsSafe() async throws {
    let site = try await TestSite()
    let (party, guests) = try await prepared(site)
    try await site.run { browser in
      let host = try await browser.signedIn()
      _ = try await host.get(.letters(party.id))
      _ = try await host.get(.letter(party.id, guests[0].guest.id))
    }
    let after = try await Bookshelf(site: site).guests(of: party).map(\.guest)
    #expect(after == guests.map(\.guest))
  }
}
