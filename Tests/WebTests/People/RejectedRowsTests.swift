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

@Suite("Rejected rows")
struct RejectedRowsTests {
  /// One row with neither name nor address, and one that fits no header.
  private let list = "Name,E-Mail\n,=HYPERLINK(1)\nAnna Adler,anna@example.org\n\"+49 30\",auch kaputt,030\n"

  @Test("They download with line, reason and unchanged cells, formulas defused")
  func download() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let path = try await host.bring(list)
      let file = try await host.reading("en").get(path + "/rejected.csv")
      #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
      #expect(file.headers[.contentDisposition] == "attachment; filename=\"not-readable.csv\"")
      let lines = file.text.components(separatedBy: "\r\n")
      try #require(lines.count == 4)
      #expect(lines[0].hasSuffix("Line,Reason"))
      #expect(lines[1] == "2,“=HYPERLINK(1)” is not a valid email address.,,'=HYPERLINK(1)")
      let misfit =
        "This row has 3 cells, the header 2. It’s not clear what belongs where; quotation marks are probably missing."
      #expect(lines[2] == "4,\"\(misfit)\",'+49 30,auch kaputt,030")
      #expect(lines[3].isEmpty)
      #expect(file.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    }
  }

  @Test("They are available for seven days after saving, or until the host discards the report")
  func keeping() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let path = try await host.bring(list)
      site.advance(days: 6.9)
      try await Retention(services: site.services).eraseWhatIsDue()
      #expect(try await host.get(path + "/rejected.csv").status == 200)
      site.advance(days: 0.2)
      try await Retention(services: site.services).eraseWhatIsDue()
      #expect(try await host.get(path + "/rejected.csv").status == 404)
      #expect(try await host.people().count == 1)

      let again = try await host.bring(list)
      #expect(try await host.post(again + "/discard").location == Path.people.text)
      #expect(try await site.count("import_row") == 0)
      #expect(try await host.people().count == 1)
    }
  }

  @Test("A long preview has pages, separately for people and rejected rows")
  func paging() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let rows = (1...120).map { "Person \($0),p\($0)@example.org" } + (1...30).map { "Falsch \($0),falsch,\($0)" }
      let path = try #require(
        try await host.upload("Name,E-Mail\n" + rows.joined(separator: "\n")).location)
      await host.work()
      let first = try await host.get(path)
      #expect(first.contains("1 bis 50 von 120"))
      #expect(first.contains("Seite 1 von 2"))
      let last = try await host.get(path + "?page=3&rejected=2")
      #expect(last.contains("Person 101<") && !last.contains("Person 100<"))
      #expect(last.contains("Falsch 30") && !last.contains("Falsch 25 "))
    }
  }
}
