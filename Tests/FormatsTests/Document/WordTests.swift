import Foundation
import Testing

@testable import Formats

@Suite("Documents of Word")
struct WordTests {
  @Test("A table's rows become people, the text around it doesn't")
  func table() throws {
    let table = DocumentSample.wordTable([["Name", "E-Mail"], ["Anna Adler", "anna@example.org"]])
    let reading = try Reading(try DocumentSample.word(DocumentSample.paragraph("Teilnehmerliste") + table))
    #expect(reading.names == ["Anna Adler"] && reading.emails == ["anna@example.org"])
    #expect(reading.summary.kind == .docx)
  }

  @Test("A cell merged downwards repeats its text in each row")
  func merged() throws {
    let first = "<w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>\(DocumentSample.paragraph("Beispiel AG"))</w:tc>"
    let next = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
    let rows = [(first, "Anna"), (next, "Bea")].map { cell, name in
      "<w:tr>\(cell)<w:tc>\(DocumentSample.paragraph(name))</w:tc></w:tr>"
    }
    let parts = try DirectReading.parts(of: try DocumentSample.word("<w:tbl>\(rows.joined())</w:tbl>"))
    #expect(parts.cells == [["Beispiel AG", "Anna"], ["Beispiel AG", "Bea"]])
  }

  @Test("Deleted text is gone, a link's address joins its text, and tabs separate columns")
  func text() throws {
    let body = """
      <w:p><w:del><w:r><w:t>weg</w:t></w:r></w:del><w:r><w:t>Anna</w:t><w:tab/><w:t>Chefin</w:t></w:r></w:p>
      <w:p><w:hyperlink r:id="r1"><w:r><w:t>Bea</w:t></w:r></w:hyperlink></w:p>
      """
    let link = "<Relationship Id='r1' Type='x/hyperlink' Target='mailto:bea@example.org'/>"
    let parts = try DirectReading.parts(of: try DocumentSample.word(body, links: link))
    #expect(parts.lines == ["Anna\tChefin", "Bea <bea@example.org>"])
  }

  @Test("Blocks of a name, an organisation and an address are rows")
  func blocks() throws {
    let block = { (name: String) in
      "<w:p><w:r><w:t>\(name)</w:t><w:br/><w:t>Beispiel AG</w:t><w:br/><w:t>\(name)@example.org</w:t></w:r></w:p>"
    }
    let parts = try DirectReading.parts(of: try DocumentSample.word(["Anna", "Bea", "Carl"].map(block).joined()))
    #expect(parts.cells.map(\.first) == ["Anna", "Bea", "Carl"] && parts.cells.allSatisfy { $0.count == 3 })
  }

  @Test("A document without its main part is reported as damaged")
  func broken() throws {
    let data = try ZipWriter.zip([("word/document.xml", Data("<w:document".utf8))])
    #expect(throws: Problem("import.problem.brokenDocument", ["part": "word/document.xml"])) {
      try DirectReading.parts(of: data)
    }
  }
}
