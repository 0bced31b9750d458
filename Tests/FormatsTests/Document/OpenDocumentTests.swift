import Foundation
import Testing

@testable import Formats

@Suite("Documents of LibreOffice")
struct OpenDocumentTests {
  @Test("A sheet's rows keep its numbers, and repeated cells count as cells")
  func sheet() throws {
    let rows =
      DocumentSample.openRow(["Name", "E-Mail"])
      + "<table:table-row table:number-rows-repeated='5'><table:table-cell/></table:table-row>"
      + DocumentSample.openRow(["Anna", "anna@example.org"])
      + "<table:table-row><table:table-cell table:number-columns-repeated='3'><text:p>x</text:p></table:table-cell>"
      + "</table:table-row><table:table-row table:number-rows-repeated='1048000'><table:table-cell/></table:table-row>"
    let parts = try DirectReading.parts(of: try DocumentSample.open("<table:table>\(rows)</table:table>"))
    guard case .table(let read) = parts.first else { return #expect(Bool(false)) }
    #expect(read.map(\.line) == [1, 7, 8] && read.last?.cells == ["x", "x", "x"])
  }

  @Test(
    "A cell that shows nothing gives its value, a merged one its text to each row; notes and hidden sheets are not read"
  )
  func cells() throws {
    let content = """
      <style:style style:name="h"><style:table-properties table:display="false"/></style:style>
      <table:table table:style-name="h"><table:table-row><table:table-cell><text:p>geheim</text:p></table:table-cell>
      </table:table-row></table:table>
      <table:table><table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>AG</text:p>
      <office:annotation><text:p>Notiz</text:p></office:annotation></table:table-cell>
      <table:table-cell office:value="7"/></table:table-row>
      <table:table-row><table:covered-table-cell/><table:table-cell>
      <text:p><text:a xlink:href="mailto:bea@example.org">Bea</text:a></text:p></table:table-cell></table:table-row>
      </table:table>
      """
    let parts = try DirectReading.parts(of: try DocumentSample.open(content))
    #expect(parts.cells == [["AG", "7"], ["AG", "Bea <bea@example.org>"]])
  }

  @Test("Items of a text's list are lines")
  func text() throws {
    let items = ["Anna", "Bea"].map { "<text:list-item><text:p>\($0)</text:p></text:list-item>" }.joined()
    let parts = try DirectReading.parts(
      of: try DocumentSample.open("<text:p>Liste</text:p><text:list>\(items)</text:list>", type: "text"))
    #expect(parts.lines == ["Liste", "• Anna", "• Bea"])
  }

  @Test("A password-protected document is reported as such")
  func encrypted() throws {
    let data = try DocumentSample.open("", manifest: "<file-entry><encryption-data/></file-entry>")
    #expect(throws: Problem("import.problem.encrypted")) { try DirectReading.parts(of: data) }
  }

  @Test("A cell that repeats endlessly ends at the limit")
  func floods() throws {
    let cell = "<table:table-cell table:number-columns-repeated='999999999'><text:p>x</text:p></table:table-cell>"
    let data = try DocumentSample.open("<table:table><table:table-row>\(cell)</table:table-row></table:table>")
    #expect(throws: Problem("import.problem.tooManyColumns", ["line": "1", "limit": "1000"])) {
      try DirectReading.parts(of: data)
    }
  }
}
