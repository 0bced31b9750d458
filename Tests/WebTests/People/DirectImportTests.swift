import Core
import Formats
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

@Suite("Importing with the command")
struct DirectImportTests {
  private func list(host: String) -> DirectImport {
    DirectImport(
      host: host, fileName: "list.csv", occasion: LetterOccasion(.conferenceMissed, name: "Netzwerktag", year: 2024),
      list: "", source: ListSource(.participantList))
  }

  @Test("A list goes straight into the host's address book, with its provenance")
  func store() async throws {
    let site = try await TestSite()
    let data = Data("Name,E-Mail\nAnna Adler,anna@example.org\n,kaputt\n".utf8)
    let result = try await list(host: site.host.email).run(data, site.services)
    #expect(result.state == .saved)
    #expect(result.counts.new == 1 && result.counts.rejected == 1)
    try await site.run { browser in
      let host = try await browser.signedIn()
      let page = try await host.get(Path.person(try await host.person("Anna Adler").id))
      #expect(page.contains("Netzwerktag 2024") && page.contains("list.csv, Zeile 2"))
    }
  }

  @Test("An unknown host and a file that is no list are refused without a trace")
  func refuse() async throws {
    let site = try await TestSite()
    await #expect(throws: DirectImport.UnknownHost.self) {
      _ = try await list(host: "nobody@example.org").run(Data("a@example.org".utf8), site.services)
    }
    await #expect(throws: Problem("import.problem.brokenDocument", ["part": "PDF"])) {
      _ = try await list(host: site.host.email).run(Data("%PDF-1.4".utf8), site.services)
    }
    for table in ["import", "import_row", "occasion", "person"] { #expect(try await site.count(table) == 0) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: site.services.uploads.folder.path).isEmpty)
  }
}
