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

@Suite("The address book")
struct AddressBookTests {
  private let list = """
    Name;E-Mail;Firma;Rolle;Themen
    Jörg Müller;joerg@example.org;Straßenbau;=Chef;Brücken
    Änne Weiß;aenne@example.org;100% Öko;Leiterin;Sprache
    """

  @Test(
    "People are found by name, organisation, role or topic, umlauts and ß either way",
    arguments: [
      ("mueller", "Jörg Müller"), ("müller", "Jörg Müller"), ("MULLER", "Jörg Müller"), ("Strasse", "Jörg Müller"),
      ("straße", "Jörg Müller"), ("brucken", "Jörg Müller"), ("Weiss", "Änne Weiß"), ("weiß", "Änne Weiß"),
      ("leiterin", "Änne Weiß"), ("sprache aenne", "Änne Weiß"), ("100%", "Änne Weiß"), ("oeko", "Änne Weiß"),
    ])
  func search(words: String, name: String) async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      try await host.bring(list)
      let page = try await host.get(Path.people.query([("q", words)]))
      let other = name == "Änne Weiß" ? "Jörg Müller" : "Änne Weiß"
      #expect(page.contains(">\(name)</a>"))
      #expect(!page.contains(">\(other)</a>"))
    }
  }

  @Test("Characters with a meaning in SQL have none in a search", arguments: ["%", "_", "\\", "' OR 1=1", "1_0"])
  func signs(words: String) async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      try await host.bring(list)
      let page = try await host.get(Path.people.query([("q", words)]))
      #expect(page.status == 200)
      #expect(page.contains("Jörg Müller") == false)
    }
  }

  @Test("When it is empty it leads to the import")
  func empty() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let page = try await browser.signedIn().get(Path.people)
      #expect(page.contains("Noch ist niemand da"))
      #expect(page.contains("href=\"/people/imports/new\""))
    }
  }

  @Test("It has pages of fifty, sorted by name, and filters by list with counts")
  func paging() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      try await host.bring(
        "Name,E-Mail\n" + (101...220).map { "Person \($0),p\($0)@example.org" }.joined(separator: "\n"))
      site.advance(seconds: 60)
      try await host.bring("Name,E-Mail\nPerson 101,p101@example.org\nZoe,z@example.org", fields: other)
      let first = try await host.get(Path.people)
      #expect(first.contains(">Person 101</a>") && first.contains(">Person 150</a>"))
      #expect(!first.contains(">Person 151</a>"))
      #expect(first.contains("Erfurt (120)") && first.contains("Kiel (2)"))
      #expect(first.contains("Kiel und 1 weitere"))
      #expect(try await host.get(Path.people.query([("page", "3")])).contains(">Zoe</a>"))

      let lists = try await site.services.database.read { [site] in
        try PeopleListStore(connection: $0).lists(of: site.host.id)
      }
      let kiel = try #require(lists.first { $0.name == "Kiel" })
      let filtered = try await host.get(Path.people.query([("list", kiel.id.description)]))
      #expect(filtered.contains("2 Menschen, 1 bis 2"))
    }
  }

  private let other = [
    ("kind", "officeVisit"), ("occasionName", "Kiel"), ("source", "addressBook"), ("list", "Kiel"),
  ]

  @Test("The people found are exported as CSV for Excel, with formulas defused")
  func csv() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      try await host.bring(list)
      let file = try await host.get(Path.peopleCSV.query([("q", "mueller")]))
      #expect(file.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
      let lines = file.text.components(separatedBy: "\r\n")
      #expect(lines.count == 3)
      #expect(lines[0].hasSuffix("Name;E-Mail;Organisation;Funktion;Land;Anrede;Sprache;Themen;Listen;Links;Notiz"))
      #expect(lines[1] == "Jörg Müller;joerg@example.org;Straßenbau;'=Chef;;;;Brücken;Erfurt;;")
    }
  }

  @Test("An export in several pieces has each person once, and can be imported again without change")
  func roundTrip() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let rows = (1...1203).map { "Person \($0);p\($0)@example.org;Haus \($0 % 7);Thema \($0)" }
      try await host.bring("Name;E-Mail;Firma;Themen\n" + rows.joined(separator: "\n"))
      let csv = try await host.get(Path.peopleCSV.text)
      #expect(csv.text.components(separatedBy: "\r\n").count == 1205)
      let result = try await host.bring(csv.text, name: "menschen.csv")
      #expect(try await host.get(result).contains("Alle waren schon da."))
      let cards = try await host.get(Path.peopleVCard.text)
      #expect(cards.text.components(separatedBy: "BEGIN:VCARD\r\nVERSION:4.0\r\n").count == 1204)
      let again = try await host.bring(cards.text, name: "menschen.vcf")
      #expect(try await host.get(again).contains("Alle waren schon da."))
    }
  }
}
