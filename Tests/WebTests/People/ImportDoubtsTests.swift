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

@Suite("Questions a list leaves open")
struct ImportDoubtsTests {
  @Test("People who cancelled or wait are shown as such, and left out or kept with one press")
  func absences() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let list = """
        Name;E-Mail;Status
        Anna Adler;anna@example.org;bestätigt
        Bo Bach;bo@example.org;storniert
        Cy Carl;cy@example.org;Warteliste
        """
      let path = try #require(try await host.upload(list).location)
      await host.work()
      let preview = try await host.get(path)
      #expect(preview.contains("1 × abgemeldet") && preview.contains("1 × wartet noch"))
      #expect(preview.contains("3 Menschen übernehmen"))
      #expect(try await host.post(path + "/absences", [("absences", "leaveOut")]).location == path + "#absences")
      #expect(try await host.get(path).contains("Doch übernehmen"))
      _ = try await host.post(path + "/absences", [("absences", "keep")])
      #expect(try await host.get(path).contains("3 Menschen übernehmen"))
      _ = try await host.post(path + "/absences", [("absences", "leaveOut")])
      _ = try await host.post(path + "/confirmation")
      await host.work()
      #expect(try await host.people().map(\.record.name) == ["Anna Adler"])
      #expect(try await host.post(path + "/absences", [("absences", "keep")]).status == 409)
    }
  }

  @Test("Two people with one mailbox stay two; the second has no address, and the preview explains it")
  func sharedMailbox() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let list = """
        Name;E-Mail;Firma;Funktion
        Anna Adler;sekretariat@example.org;Beispiel AG;
        Bea Bachmeier-Lang;sekretariat@example.org;;Vorstand
        """
      let path = try await host.bring(list)
      #expect(try await host.people().map(\.record.name) == ["Anna Adler", "Bea Bachmeier-Lang"])
      #expect(try await host.people().map(\.record.email) == ["sekretariat@example.org", ""])
      #expect(try await host.person("Anna Adler").record.role.isEmpty)
      let again = try #require(try await host.upload(list, name: "b.csv").location)
      await host.work()
      #expect(try await host.get(again).contains("schon bei jemand anderem"))
      _ = try await host.post(again + "/confirmation")
      await host.work()
      #expect(try await host.people().count == 2)
      #expect(path != again)
    }
  }

  @Test("Two people of one name whom the programme tells apart stay two, even when it is imported again")
  func nicknames() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let programme = """
        <schedule><day><room><event id="1"><title>Wasser</title><persons><person id="1" guid="a">Marc</person></persons></event>
        <event id="2"><title>Feuer</title><persons><person id="2" guid="b">Marc</person></persons></event></room></day></schedule>
        """
      try await host.bring(programme, name: "p.xml")
      #expect(try await host.people().map(\.record.topics).sorted { $0[0] < $1[0] } == [["Feuer"], ["Wasser"]])
      try await host.bring(programme, name: "p.xml")
      #expect(try await host.people().map(\.record.topics).sorted { $0[0] < $1[0] } == [["Feuer"], ["Wasser"]])
    }
  }

  @Test("An invalid address costs the address but not the person, and is shown")
  func invalidAddress() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let path = try #require(try await host.upload("Name;E-Mail\nAnna Adler;anna[example.org\n").location)
      await host.work()
      #expect(try await host.get(path).contains("„anna[example.org“ ist keine gültige E-Mail-Adresse."))
      _ = try await host.post(path + "/confirmation")
      await host.work()
      #expect(try await host.person("Anna Adler").record.email.isEmpty)
    }
  }
}
