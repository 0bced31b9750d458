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

@Suite("The operator")
struct SignboardTests {
  private func site() async throws -> TestSite {
    try await TestSite { settings in
      settings.organisation.name = "Verein für Supervision"
      settings.organisation.colour = Colour("#5b1f3a")
      settings.organisation.legalNotice = URL(string: "https://example.org/impressum")
      settings.organisation.privacyContact = "datenschutz@example.org"
    }
  }

  @Test("Name, colour, legal notice and privacy contact appear on pages")
  func pages() async throws {
    let site = try await site()
    try await site.run { browser in
      let page = try await browser.signedIn().get(.settings)
      for word in ["Verein für Supervision", "https://example.org/impressum", "Impressum", "#5b1f3a"] {
        #expect(page.contains(word), "\(word)")
      }
      let style = try await browser.get("/organisation/style.css?v=5b1f3a")
      #expect(style.text == ".masthead{background:#5b1f3a;background-image:none}\n")
      #expect(try await browser.get(.privacy).contains("mailto:datenschutz@example.org"))
    }
  }

  @Test("The logo is served by us and runs nothing; a file that is no picture is ignored", arguments: [true, false])
  func logo(isPicture: Bool) async throws {
    let site = try await site()
    let svg = isPicture ? "<svg xmlns='http://www.w3.org/2000/svg'/>" : "<p>Hallo</p>"
    try Data(svg.utf8).write(to: site.services.settings.data.appending(path: "logo.svg"))
    try await site.run { browser in
      let page = try await browser.signedIn().get(.settings)
      #expect(page.contains("/organisation/logo?v=") == isPicture)
      let logo = try await browser.get("/organisation/logo")
      #expect(logo.status == (isPicture ? 200 : 404))
      if isPicture { #expect(logo.headers[.contentSecurityPolicy]?.contains("sandbox") == true) }
    }
  }

  @Test("A letter has legal notice and privacy contact in its small print, and never the organisation")
  func letters() async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(1)))
    try await scene.sendNext()
    let plain = try #require(try await scene.mails().first).text
    #expect(!plain.contains("Impressum"))

    let site = try await site()
    let people = try await Bookshelf(site: site).add([.init(name: "Anna Berg", email: "anna@example.org")]).people
    let party = try await Bookshelf(site: site).addParty()
    try await Bookshelf(site: site).choose(people, for: party)
    let guest = try await Bookshelf(site: site).guests(of: party)[0]
    let letter = try await site.services.database.read { [services = site.services, host = site.host] connection in
      try LetterComposition(services: services).invitation(
        for: guest, party: try PartyStore(connection: connection).party(party.id), host: host, connection: connection)
    }
    let small = try #require(letter.text.split(separator: "\n\n").last)
    #expect(small.contains("Impressum:\nhttps://example.org/impressum"))
    #expect(small.contains("Fragen zum Datenschutz:\ndatenschutz@example.org"))
    #expect(!letter.text.contains("Verein für Supervision"))
  }

  @Test(
    "A colour on which the bar's text can't be read stops the start, and so does what is none",
    arguments: [
      ("STEHTISCH_COLOUR", "#ffcc00"), ("STEHTISCH_COLOUR", "red"), ("STEHTISCH_LEGAL_NOTICE", "http://x.org"),
      ("STEHTISCH_PRIVACY_CONTACT", "ask us"), ("STEHTISCH_QUOTA_MAILS", "0"),
    ])
  func refused(_ key: String, _ value: String) async throws {
    let error = await #expect(throws: SettingsError.self) {
      _ = try await SettingsReader(environment: [key: value]).settings()
    }
    #expect(error?.description.hasPrefix("\(key) is") == true)
  }
}
