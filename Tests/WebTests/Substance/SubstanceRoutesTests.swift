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

@Suite struct SubstanceRoutesTests {
  private static let good = [
    ("topic", "Coaching in Behörden"), ("question", "Wann hat sich zuletzt etwas verändert?"),
    ("contribution", "Ich bringe drei Fälle mit."),
  ]

  @Test("A draft may have empty fields; the page says what is missing, and hints don't block")
  func draft() async throws {
    let site = try await TestSite()
    let party = try await Bookshelf(site: site).addParty { $0.substance = Substance() }
    try await site.run { browser in
      let host = try await browser.signedIn()
      let answer = try await host.post(
        .substance(party.id), [("topic", "Die Zukunft der Arbeit"), ("question", ""), ("contribution", "")])
      #expect(answer.status == 303)
      let page = try await host.get(answer.location ?? "")
      #expect(page.contains("fehlt noch: Die eine Frage an alle und Was Sie selbst mitbringen"))
      #expect(page.contains("Noch etwas dünn"))
    }
  }

  @Test("After a letter has left a field can be changed, with a warning, but not emptied")
  func lettersLeft() async throws {
    let site = try await TestSite()
    let shelf = Bookshelf(site: site)
    let people = try await shelf.add(Bookshelf.coaches).people
    let party = try await shelf.addParty { $0.stage = .inviting }
    try await shelf.choose(people, for: party)
    try await shelf.write(to: shelf.guests(of: party)[0])
    try await site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await host.get(.substance(party.id)).contains("Ein Brief ist schon verschickt"))
      let refused = try await host.post(
        .substance(party.id), Self.good.map { $0.0 == "question" ? ("question", " ") : $0 })
      #expect(refused.status == 422)
      #expect(refused.contains("question-error"))
      #expect(refused.contains("Ich bringe drei Fälle mit."))
      #expect(try await host.post(.choosing(party.id), [("topic", ""), ("question", "Was?")]).status == 422)
      #expect(try await host.post(.substance(party.id), Self.good).status == 303)
    }
    #expect(try await shelf.party(party.id).substance.contribution == "Ich bringe drei Fälle mit.")
  }

  @Test("A text too long for a letter is refused and kept on the page")
  func tooLong() async throws {
    let site = try await TestSite()
    let party = try await Bookshelf(site: site).addParty()
    let long = String(repeating: "lang ", count: 100)
    try await site.run { browser in
      let answer = try await browser.signedIn().post(
        .substance(party.id), Self.good.map { $0.0 == "topic" ? ("topic", long) : $0 })
      #expect(answer.status == 422)
      #expect(answer.contains("topic-error") && answer.contains("lang lang lang"))
    }
  }
}
