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

@Suite("Another host's people")
struct OtherHostTests {
  @Test("None of them can be seen, changed, exported or erased: every address answers 404")
  func everywhere() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let owner = try await browser.signedIn()
      try await owner.bring("Name;E-Mail\nAnna Adler;anna@example.org\n;kaputt\n")
      let person = try await owner.person("Anna Adler").id
      let path = try #require(try await owner.upload("Name;E-Mail\nBea;bea@example.org\n").location)
      await owner.work()

      let stranger = try await browser.signedIn(as: try await site.addHost("jonas@example.org"))
      let own = try await stranger.bring(stranger: "Name;E-Mail\nJana;jana@example.org\n")
      for address in ["", "/progress", "/rejected.csv"] {
        #expect(try await stranger.get(path + address).status == 404, "\(address)")
      }
      for address in ["/columns", "/confirmation", "/discard"] {
        #expect(try await stranger.post(path + address).status == 404, "\(address)")
      }
      let pages = [Path.person(person), .personMerge(person), .personErasure(person)]
      for page in pages {
        #expect(try await stranger.get(page).status == 404, "\(page)")
        #expect(try await stranger.post(page, [("name", "X"), ("other", own.description)]).status == 404, "\(page)")
      }
      #expect(try await stranger.get(Path.personMerge(own).query([("with", person.description)])).status == 404)
      #expect(try await stranger.post(Path.personMerge(own), [("other", person.description)]).status == 404)
      #expect(!(try await stranger.get(Path.people.query([("q", "Anna")])).contains("Anna Adler")))
      for export in [Path.peopleCSV, .peopleVCard] {
        #expect(!(try await stranger.get(export)).contains("anna@example.org"))
      }
      #expect(try await owner.people().count == 1)
    }
  }

  @Test("Another host's occasion can't be used for one's own list")
  func occasion() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      try await browser.signedIn().bring("Name;E-Mail\nAnna Adler;anna@example.org\n")
      let occasions = try await site.services.database.read { [site] in
        try OccasionStore(connection: $0).occasions(of: site.host.id)
      }
      let occasion = try #require(occasions.first?.id)
      let stranger = try await browser.signedIn(as: try await site.addHost("jonas@example.org"))
      let page = try await stranger.post(
        Path.imports, [("text", "a@example.org"), ("occasion", occasion.description), ("source", "addressBook")])
      #expect(page.status == 404)
      #expect(try FileManager.default.contentsOfDirectory(atPath: site.services.uploads.folder.path).isEmpty)
    }
  }

  @Test("The same address is a separate person for each host")
  func sameAddress() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let list = "Name;E-Mail\nAnna Adler;anna@example.org\n"
      try await browser.signedIn().bring(list)
      let jonas = try await site.addHost("jonas@example.org")
      let path = try await browser.signedIn(as: jonas).bring(list)
      #expect(try await browser.signedIn(as: jonas).get(path).contains("1 Person hinzugefügt"))
      #expect(try await browser.people(of: jonas).count == 1)
    }
  }
}

extension Browser {
  /// Brings a list as a host other than the site's.
  fileprivate func bring(stranger list: String) async throws -> PersonID {
    try await bring(list)
    let id: PersonID? = try await site.services.database.read {
      try $0.row("SELECT id FROM person WHERE name = 'Jana'")?.get("id")
    }
    return try #require(id)
  }
}
