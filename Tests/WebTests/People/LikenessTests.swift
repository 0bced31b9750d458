import Core
import Database
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

@Suite("People who may be one")
struct LikenessTests {
  private let book = """
    Name;E-Mail;Firma;Funktion
    Anna Adler;anna@example.org;Hafen;Lotsin
    Jörg Müller;joerg@example.org;Werft;Meister
    Bea Bär;bea@example.org;Mole;
    """
  private let again = """
    Name;E-Mail;Firma
    Dr. Anna Adler;adler@example.net;Hafen
    Mueller, Joerg;jm@example.net;Werft
    Carl Cremer;carl@example.org;Kai
    """

  private func upload(_ list: String, _ host: Browser) async throws -> String {
    let path = try #require(try await host.upload(list, name: "b.csv").location)
    await host.work()
    return path
  }

  private func save(_ path: String, _ host: Browser) async throws {
    _ = try await host.post(path + "/confirmation")
    await host.work()
  }

  @Test("A list with other spellings is saved as it is unless the host answers, and the address book asks")
  func silence() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      try await host.bring(book)
      let path = try await upload(again, host)
      let preview = try await host.get(path)
      #expect(preview.contains("2 Mal vielleicht dieselbe Person") && preview.contains("adler@example.net"))
      try await save(path, host)
      #expect(try await host.people().count == 6)
      #expect(try await host.get(Path.people).contains("2 Paare könnten je dieselbe Person sein."))
    }
  }

  @Test(
    "Whom the host calls one person is one, with what the host takes over from the list, and the others stay two for ever"
  )
  func answers() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      try await host.bring(book)
      let path = try await upload(again, host)
      _ = try await host.post(path + "/likenesses", [("alike1", "same"), ("alike2", "apart")])
      let preview = try await host.get(path)
      #expect(!preview.contains("vielleicht dieselbe Person") && preview.contains("<dt>schon bei Ihnen</dt><dd>1</dd>"))
      #expect(preview.contains("E-Mail-Adresse: adler@example.net") && preview.contains("bisher: anna@example.org"))
      _ = try await host.post(path + "/differences", [("email1", "1")])
      #expect(try await host.get(path).contains("name=\"email1\" value=\"1\" checked"))
      try await save(path, host)

      let people = try await host.people()
      #expect(people.count == 5)
      let anna = try await host.person("Anna Adler").record
      #expect(anna.email == "adler@example.net" && anna.role == "Lotsin")
      #expect(!(try await host.get(Path.people).contains("dieselbe Person")))
      #expect(try await host.get(Path.pairs).contains("scheint niemand doppelt zu stehen"))
    }
  }

  @Test("Two like-named rows of one list are asked about, merged if told so, and counted once")
  func rows() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let list = """
        Name;E-Mail;Funktion
        Anna Adler;anna@example.org;
        Adler Anna;adler@example.net;Lotsin
        Prof. Anna Adler;a@example.com;
        """
      let path = try await upload(list, host)
      #expect(try await host.get(path).contains("2 Mal vielleicht dieselbe Person"))
      _ = try await host.post(path + "/likenesses", [("alike2", "same"), ("alike3", "apart")])
      #expect(try await host.get(path).contains("2 Menschen übernehmen"))
      try await save(path, host)
      let record = try #require(try await host.people().first { $0.record.email == "anna@example.org" }).record
      #expect(record.role == "Lotsin")
      #expect(try await host.people().count == 2)
      #expect(!(try await host.get(Path.people).contains("dieselbe Person")))
    }
  }

  @Test(
    "What was answered holds when the list is read once more with other columns, also after a reading without names")
  func readAgain() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      try await host.bring(book)
      let list = again + "\nCremer Carl;cremer@example.net;Kai\n"
      let path = try await upload(list, host)
      #expect(try await host.get(path).contains("3 Mal vielleicht dieselbe Person"))
      _ = try await host.post(path + "/likenesses", [("alike1", "same"), ("alike2", "apart"), ("alike4", "same")])
      #expect(!(try await host.get(path).contains("vielleicht dieselbe Person")))
      let columns = [("column0", "name"), ("column1", "email"), ("column2", "topics"), ("header", "1")]
      for _ in 0..<2 {
        _ = try await host.post(path + "/columns", columns)
        await host.work()
        let preview = try await host.get(path)
        #expect(!preview.contains("vielleicht dieselbe Person"))
        #expect(preview.contains("<dt>schon bei Ihnen</dt><dd>1</dd>"))
      }
      let other = [("column0", "ignored"), ("column1", "email"), ("column2", "name"), ("header", "1")]
      _ = try await host.post(path + "/columns", other)
      await host.work()
      _ = try await host.post(path + "/columns", columns)
      await host.work()
      try await save(path, host)
      #expect(try await host.people().count == 5)
      let left = try await site.services.database.read { try $0.count("SELECT count(*) AS n FROM import_likeness") }
      #expect(left == 0)
    }
  }

  @Test("A newer list shows field by field where it differs; all or nothing of it is taken with one press")
  func differences() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      try await host.bring(book)
      let newer =
        "Name;E-Mail;Firma;Funktion\nDr. Anna Adler;anna@example.org;Reederei;Lotsin\nBea Bär;bea@example.org;Kai;Chefin\n"
      let path = try await upload(newer, host)
      let preview = try await host.get(path)
      #expect(preview.contains("Bei 2 Menschen sagt die Liste etwas anderes"))
      #expect(preview.contains("Organisation: Reederei") && preview.contains("bisher: Hafen"))
      #expect(!preview.contains("Funktion: Chefin"))
      _ = try await host.post(path + "/differences", [("take", "all")])
      _ = try await host.post(path + "/differences", [("take", "nothing")])
      _ = try await host.post(path + "/differences", [("take", "all")])
      try await save(path, host)
      let anna = try await host.person("Dr. Anna Adler").record
      #expect(anna.organisation == "Reederei")
      #expect(try await host.person("Bea Bär").record.role == "Chefin")
    }
  }

  @Test(
    "In the address book the host says which address stays, or that they are two; nobody else's people can be named")
  func pairs() async throws {
    let site = try await TestSite()
    let stranger = try await site.addHost("jonas.wirth@example.net")
    try await site.run { browser in
      let host = try await browser.signedIn()
      try await host.bring(book)
      try await host.bring(again, name: "b.csv")
      let page = try await host.get(Path.pairs)
      #expect(
        page.contains("Eine Person, Adresse anna@example.org")
          && page.contains("Eine Person, Adresse adler@example.net"))
      let (anna, doctor) = (try await host.person("Anna Adler").id, try await host.person("Dr. Anna Adler").id)
      let pair = [("one", anna.description), ("other", doctor.description)]
      let other = try await browser.signedIn(as: stranger)
      #expect(try await other.post(Path.pairs, pair + [("keep", "both")]).status == 404)
      #expect(try await host.post(Path.pairs, pair + [("keep", "nobody")]).status == 400)
      #expect(try await host.post(Path.pairs, pair + [("keep", doctor.description)]).status == 303)
      let record = try await host.person("Dr. Anna Adler").record
      #expect(record.email == "adler@example.net" && record.role == "Lotsin")

      let (one, two) = (try await host.person("Jörg Müller").id, try await host.person("Joerg Mueller").id)
      _ = try await host.post(Path.pairs, [("one", two.description), ("other", one.description), ("keep", "both")])
      #expect(try await host.get(Path.pairs).contains("scheint niemand doppelt zu stehen"))
    }
  }

  @Test("Keys of people from before there were any are computed when the program starts")
  func oldPeople() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      try await host.bring(book)
      try await host.bring(again, name: "b.csv")
      try await site.change("UPDATE person SET likeness_key = NULL")
      #expect(!(try await host.get(Path.people).contains("dieselbe Person")))
      let isMore = try await site.services.database.write { try LikenessStore(connection: $0).fillKeys(limit: 4) }
      #expect(isMore)
      _ = try await site.services.database.write { try LikenessStore(connection: $0).fillKeys(limit: 4) }
      #expect(try await host.get(Path.people).contains("2 Paare"))
    }
  }

  @Test("An erased person also leaves a list in progress, if the host said that a row is them")
  func erased() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      try await host.bring(book)
      let path = try await upload(again, host)
      _ = try await host.post(path + "/likenesses", [("alike1", "same")])
      _ = try await host.post(Path.personErasure(try await host.person("Anna Adler").id))
      #expect(try await site.count("import_row WHERE name LIKE '%Adler%'") == 0)
    }
  }
}
