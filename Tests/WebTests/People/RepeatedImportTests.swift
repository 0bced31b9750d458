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

@Suite("Importing a list twice")
struct RepeatedImportTests {
  private let list = "Name;E-Mail;Firma\nAnna Adler;anna@example.org;Hafen\nBea Bär;;Werft\n"

  @Test("The same file changes nothing: nobody twice, nobody changed, no second list")
  func twice() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      try await host.bring(list)
      let before = try await host.people()
      site.advance(days: 3)

      let path = try #require(try await host.upload(list).location)
      await host.work()
      let preview = try await host.get(path)
      #expect(preview.contains("Genau diese Datei haben Sie schon"))
      #expect(preview.contains("<dt>schon bei Ihnen</dt><dd>2</dd>"))
      _ = try await host.post(path + "/confirmation")
      await host.work()
      #expect(try await host.get(path).contains("Alle waren schon da."))
      #expect(try await host.people() == before)
      for table in ["people_list", "occasion"] { #expect(try await site.count(table) == 1) }
      #expect(try await site.count("provenance") == 2)
    }
  }

  @Test("The host's corrections stay, and a later list only fills gaps")
  func corrections() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      try await host.bring(list)
      let anna = try await host.person("Anna Adler")
      _ = try await host.post(
        Path.person(anna.id), [("name", "A. Adler"), ("email", "anna@example.org"), ("topics", "Ebbe\nFlut")])
      try await host.bring("Name;E-Mail;Firma;Rolle\nDr. Anna Adler;ANNA@example.org;Hafen;Lotsin\n", name: "b.csv")
      let merged = try await host.person("A. Adler").record
      #expect(merged.role == "Lotsin")
      #expect(merged.organisation == "Hafen")
      #expect(merged.topics == ["Ebbe", "Flut"])
      #expect(try await site.count("people_list") == 2)
    }
  }

  @Test("Somebody known by name and organisation alone gets the address from a later list")
  func addressArrives() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      try await host.bring(list)
      try await host.bring("Name;E-Mail;Firma\nBea Bär;bea@example.org;Werft\n", name: "b.csv")
      #expect(try await host.people().count == 2)
      #expect(try await host.person("Bea Bär").record.email == "bea@example.org")
      let result = try await host.bring(list)
      #expect(try await host.get(result).contains("Alle waren schon da."))
    }
  }

  @Test("Two people of one name with different addresses stay two, even beside one without an address")
  func namesakes() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let three = "Name;E-Mail\nAnna Adler;a@example.org\nAnna Adler;\nAnna Adler;b@example.org\n"
      try await host.bring(three)
      #expect(try await host.people().count == 3)
      let result = try await host.bring(three)
      #expect(try await host.get(result).contains("Alle waren schon da."))
      #expect(try await host.people().count == 3)
    }
  }
}
