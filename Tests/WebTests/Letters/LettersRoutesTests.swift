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

  @Test("Until the substance is complete the page leads there")
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
      #expect(page.contains("Erst Thema und Frage, dann die Briefe"))
      #expect(page.contains("Die eine Frage an alle"))
      #expect(!page.contains("<textarea"))
      #expect(try await host.get(.letter(party.id, guest)).status == 409)
    }
  }

  @Test("Letters identical except for the name are flagged until each has its own sentence")
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
      let sentences = guests.map { ("sentence.\($0.guest.id)", "Nur für \($0.guest.id) gedacht.") }
      #expect(try await host.post(.letters(party.id), sentences).status == 303)
      let after = try await host.get(.letters(party.id))
      #expect(!after.contains("gleicht dieser Brief"))
      #expect(!after.contains("Bevor sie hinausgehen"))
    }
  }

  @Test(
    "The page asks for sentences that are missing, claims no difference that isn't there, and says when all are sent")
  func said() async throws {
    let site = try await TestSite()
    let (party, guests) = try await prepared(site)
    try await site.run { browser in
      let host = try await browser.signedIn()
      let before = try await host.get(.letters(party.id))
      #expect(before.contains("Wo Ihr Satz noch fehlt") && !before.contains("jeder ein anderer"))
      let sentences = guests.map { ("sentence.\($0.guest.id)", "Nur für \($0.guest.id) gedacht.") }
      _ = try await host.post(.letters(party.id), sentences)
      let ready = try await host.get(.letters(party.id))
      #expect(ready.contains("und Ihr Satz stehen darin") && ready.contains("jeder ein anderer"))
      #expect(ready.contains("Alle sind, wie ich sie möchte"))
      try await site.services.database.write {
        try $0.execute("UPDATE guest SET state = 'invited', invited_at = 1, wave = 1 WHERE party_id = \(party.id)")
      }
      let sent = try await host.get(.letters(party.id))
      #expect(sent.contains("Alle sind verschickt") && sent.contains("Zu den Einladungen"))
      #expect(!sent.contains("Ihr Satz noch fehlt") && !sent.contains("wie ich sie möchte"))
    }
  }

  @Test("One press saves the sentences of all letters, and one that is too long loses none of them")
  func longSentence() async throws {
    let site = try await TestSite()
    let (party, guests) = try await prepared(site)
    try await site.run { browser in
      let host = try await browser.signedIn()
      let typed = [String(repeating: "sehr lang ", count: 80), "Der zweite Satz.", "Der dritte Satz."]
      let answer = try await host.post(
        .letters(party.id), zip(guests, typed).map { ("sentence.\($0.guest.id)", $1) })
      #expect(answer.status == 422)
      #expect(answer.contains("sehr lang sehr lang"))
      #expect(answer.contains("sentence-\(guests[0].guest.id)-error"))
      let kept = try await host.get(.letters(party.id))
      #expect(kept.contains("Der zweite Satz.") && kept.contains("Der dritte Satz."))
      #expect(!kept.contains("sehr lang sehr lang"))
    }
  }

  @Test("Leaving a sentence in one letter doesn't touch the others, and letters can be read in a row")
  func oneAfterTheOther() async throws {
    let site = try await TestSite()
    let (party, guests) = try await prepared(site)
    let ids = guests.map(\.guest.id)
    try await site.run { browser in
      let host = try await browser.signedIn()
      let first = [("sentence.\(ids[0])", "Der erste Satz.")]
      #expect(try await host.post(.letters(party.id), first).status == 303)
      let second = [("sentence.\(ids[1])", "Der zweite Satz.")]
      #expect(try await host.post(.letters(party.id), second).status == 303)
      #expect(try await host.get(.letters(party.id)).contains("Der erste Satz."))
      let page = try await host.get(.letter(party.id, ids[1]))
      #expect(page.contains("Brief 2 von 3"))
      let next = try await host.post(.letter(party.id, ids[1]), [("sentence", "Anders."), ("then", "next")])
      #expect(next.location == Path.letter(party.id, ids[2]).text)
      let last = try await host.post(.letter(party.id, ids[2]), [("sentence", "Zuletzt."), ("then", "next")])
      #expect(last.location == Path.waves(party.id).text)
      let all = try await host.post(.letters(party.id), [("then", "waves")])
      #expect(all.location == Path.waves(party.id).text)
    }
  }

  @Test("The host's wording appears in the preview; a text equal to the proposal keeps following it")
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

  @Test("A link for a mail program stays within what programs accept, without line ends inside a paragraph")
  func shortMailto() {
    let paragraph = String(repeating: "Das ist eine Zeile von etwas über sechzig Zeichen, umbrochen\n", count: 6)
    let text = (1...6).map { _ in paragraph }.joined(separator: "\n") + "\nHerzliche Grüße\nMiriam Sander\n"
    let link = MailtoLink(recipient: "a@example.org", subject: "Frage", text: text, link: "https://example.org/g/1")
    #expect(link.url.utf8.count <= MailtoLink.longest)
    #expect(link.url.hasSuffix("https%3A%2F%2Fexample.org%2Fg%2F1"))
    #expect(MailtoLink.unwrapped(text).first?.contains("umbrochen Das ist") == true)
    #expect(MailtoLink.unwrapped(text).last == "Herzliche Grüße\r\nMiriam Sander")
  }

  @Test("The link for the host's own program carries subject and text, its line breaks as RFC 6068 wants them")
  func mailto() async throws {
    let link = MailtoLink(recipient: "a+b@example.org", subject: "Grüße & Fragen", text: "Eins\nZwei?\n")
    #expect(
      link.url
        == "mailto:a%2Bb@example.org?subject=Gr%C3%BC%C3%9Fe%20%26%20Fragen&body=Eins%0D%0AZwei%3F")
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
