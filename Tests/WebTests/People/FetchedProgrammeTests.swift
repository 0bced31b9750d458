import Core
import Database
import Fetching
import Foundation
import NIOConcurrencyHelpers
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

@Suite("A programme from its address")
struct FetchedProgrammeTests {
  private static let page = "https://pretalx.example/kongress/schedule/"
  private static let file = "https://pretalx.example/kongress/schedule/export/schedule.json"

  private static func schedule(_ names: [String]) -> String {
    let persons = names.enumerated().map { "{\"id\": \($0.offset), \"public_name\": \"\($0.element)\"}" }
    return """
      {"schedule": {"conference": {"days": [{"rooms": {"Saal": [
        {"guid": "g1", "title": "Ebbe", "persons": [\(persons.joined(separator: ", "))]}]}}]}}}
      """
  }

  @Test("The server fetches it, shows it before saving, and fetches it again with one press, showing the changes")
  func refreshed() async throws {
    let site = try await TestSite()
    let web = FakeWeb([Self.file: Self.schedule(["Anna Adler", "Bea Bär"])])
    _ = site.services.fixtures.one { ProgrammeSource(fetch: web) }
    try await site.run { browser in
      let host = try await browser.signedIn()
      let fields = [("address", Self.page), ("occasionName", "Kongress"), ("source", "publishedProgramme")]
      let path = try #require(try await host.post(Path.imports, fields).location)
      await host.work()
      #expect(try await host.get(path).contains("Anna Adler"))
      #expect(try await host.people().isEmpty)
      _ = try await host.post(path + "/confirmation")
      await host.work()
      #expect(try await host.people().count == 2)

      let id: String = try #require(
        try await site.services.database.read { try $0.row("SELECT id FROM people_list")?.get("id") })
      #expect(try await host.get(Path.people.query([("list", id)])).contains(Self.page))
      #expect(try await host.get(path).contains("Neu holen"))
      web.serve(Self.schedule(["Bea Bär", "Carl Cremer"]), at: Self.file)
      let again = try #require(try await host.post("/people/lists/\(id)/refreshment").location)
      await host.work()
      let preview = try await host.get(again)
      #expect(
        preview.contains("<dt>davon neu</dt><dd>1</dd>") && preview.contains("<dt>schon bei Ihnen</dt><dd>1</dd>"))
      #expect(preview.contains("Nicht mehr dabei") && preview.contains("<p>Anna Adler</p>"))
      _ = try await host.post(again + "/confirmation")
      await host.work()
      #expect(try await host.people().count == 3)
      #expect(try await site.count("people_list") == 1)
      #expect(try await site.count("provenance") == 3)
    }
  }

  @Test("If the file does not exist, the page itself is read")
  func page() async throws {
    let site = try await TestSite()
    let web = FakeWeb([Self.page: Self.schedule(["Anna Adler"])])
    _ = site.services.fixtures.one { ProgrammeSource(fetch: web) }
    try await site.run { browser in
      let host = try await browser.signedIn()
      let path = try #require(try await host.post(Path.imports, [("address", Self.page)]).location)
      await host.work()
      #expect(try await host.get(path).contains("Anna Adler"))
      #expect(web.asked == [Self.file, Self.page])
    }
  }

  @Test("A failed fetch is explained beside the field, with the input kept; nothing is stored")
  func refused() async throws {
    let site = try await TestSite()
    let web = FakeWeb([:])
    _ = site.services.fixtures.one { ProgrammeSource(fetch: web) }
    try await site.run { browser in
      let host = try await browser.signedIn()
      let gone = try await host.post(Path.imports, [("address", Self.page), ("occasionName", "Kongress")])
      #expect(gone.status == 422 && gone.contains("Antwort 404") && gone.contains("value=\"\(Self.page)\""))
      let wrong = try await host.post(Path.imports, [("address", "file:///etc/passwd")])
      #expect(wrong.status == 422 && wrong.contains("keine Adresse einer Webseite"))
      #expect(try await site.count("import") == 0)
    }
  }

  @Test("Nobody has us ask another's server again and again")
  func seldom() async throws {
    let site = try await TestSite()
    let web = FakeWeb([:])
    _ = site.services.fixtures.one { ProgrammeSource(fetch: web) }
    try await site.run { browser in
      let host = try await browser.signedIn()
      for _ in 0..<30 { #expect(try await host.post(Path.imports, [("address", Self.page)]).status == 422) }
      #expect(try await host.post(Path.imports, [("address", Self.page)]).status == 429)
    }
  }

  @Test(
    "This machine and its network are out of reach",
    arguments: ["https://127.0.0.1/", "https://localhost/", "https://[::1]/a.json"])
  func guarded(address: String) async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let page = try await host.post(Path.imports, [("address", address)])
      #expect(page.status == 422)
      #expect(try await site.count("import") == 0)
    }
  }

  @Test("Another host can't fetch it")
  func stranger() async throws {
    let site = try await TestSite()
    let web = FakeWeb([Self.file: Self.schedule(["Anna Adler"])])
    _ = site.services.fixtures.one { ProgrammeSource(fetch: web) }
    let stranger = try await site.addHost("jonas.wirth@example.net")
    try await site.run { browser in
      let host = try await browser.signedIn()
      let path = try #require(try await host.post(Path.imports, [("address", Self.page)]).location)
      await host.work()
      _ = try await host.post(path + "/confirmation")
      await host.work()
      let id: String = try #require(
        try await site.services.database.read { try $0.row("SELECT id FROM people_list")?.get("id") })
      let other = try await browser.signedIn(as: stranger)
      #expect(try await other.post("/people/lists/\(id)/refreshment").status == 404)
      #expect(web.asked == [Self.file])
    }
  }
}

/// Pages by their address, and nothing else.
private final class FakeWeb: FileFetching {
  private let state: NIOLockedValueBox<(pages: [String: String], asked: [String])>

  init(_ pages: [String: String]) { state = NIOLockedValueBox((pages, [])) }

  var asked: [String] { state.withLockedValue { $0.asked } }

  func serve(_ content: String, at address: String) { state.withLockedValue { $0.pages[address] = content } }

  func file(at address: String, by request: FetchRequest) throws(FetchFailure) -> FetchedFile {
    let content = state.withLockedValue { state in
      state.asked.append(address)
      return state.pages[address]
    }
    guard let content else { throw .refused(404) }
    return FetchedFile(address: address, content: Data(content.utf8))
  }
}
