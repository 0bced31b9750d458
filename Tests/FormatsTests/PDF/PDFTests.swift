import Foundation
import Testing

@testable import Formats

@Suite("PDF", .enabled(if: PDFReader.isAvailable))
struct PDFTests {
  private static let columns = [50, 190, 330, 430]
  private static let header = ["Name", "Institution", "Funktion", "E-Mail"]

  @Test("A table across two pages is one, without its repeated header, running title and page numbers")
  func table() throws {
    var sample = PDFSample()
    for page in 1...2 {
      if page > 1 { sample.addPage() }
      sample.add("Jahrestagung der Beispiele", x: 200, y: 30)
      sample.add(row: Self.header, at: Self.columns, y: 80)
      for row in 0..<12 {
        let cells = [
          page == 1 ? "Anna Adler" : "Bea Bach", "Hochschule Beispiel", "Coach", "a\(page).\(row)@example.org",
        ]
        sample.add(row: cells, at: Self.columns, y: 100 + row * 18)
      }
      sample.add("Seite \(page) von 2", x: 280, y: 810)
    }
    let parts = try DirectReading.parts(of: sample.data())
    #expect(parts.cells.count == 25 && parts.cells.first == Self.header && parts.lines.isEmpty)
  }

  @Test("A cell's text continues below: words are joined, a word's hyphen goes, a broken address is whole")
  func wrapped() throws {
    var sample = PDFSample()
    sample.add(row: Self.header, at: Self.columns, y: 80)
    for row in 0..<5 {
      let y = 110 + row * 42
      sample.add(
        row: ["Prof. Dr. Wiebke", "Institut f\u{FC}r Wissen-", "Coach", "wiebke@example."], at: Self.columns, y: y)
      sample.add(row: ["Bachmeier-", "schaft Jena", "", "org"], at: Self.columns, y: y + 12)
      sample.add(row: ["Lang", "", "", ""], at: Self.columns, y: y + 24)
    }
    let rows = try DirectReading.parts(of: sample.data()).cells
    #expect(rows.count == 6)
    #expect(
      rows.last == ["Prof. Dr. Wiebke Bachmeier-Lang", "Institut für Wissenschaft Jena", "Coach", "wiebke@example.org"])
  }

  @Test("A list in two columns is read down the first and then the second")
  func columns() throws {
    var sample = PDFSample()
    for row in 0..<10 {
      sample.add("Anna Adler\(row), Beispiel AG", x: 50, y: 80 + row * 14)
      sample.add("Bea Bach\(row), Muster AG", x: 320, y: 80 + row * 14)
    }
    let lines = try DirectReading.parts(of: sample.data()).lines
    #expect(lines.first == "Anna Adler0, Beispiel AG" && lines.last == "Bea Bach9, Muster AG" && lines.count == 20)
  }

  @Test("Numbers beside texts are list items, including the lines they continue on")
  func numbered() throws {
    var sample = PDFSample()
    for row in 1...5 {
      sample.add("\(row).", x: 50, y: 60 + row * 30)
      sample.add("Anna Adler, Beispiel AG,", x: 75, y: 60 + row * 30)
      sample.add("anna\(row)@example.org", x: 75, y: 72 + row * 30)
    }
    let lines = try DirectReading.parts(of: sample.data()).lines
    #expect(lines.first == "1. Anna Adler, Beispiel AG, anna1@example.org" && lines.count == 5)
  }

  @Test("Lists side by side follow each other")
  func sideBySide() throws {
    var sample = PDFSample()
    let columns = [50, 150, 320, 420]
    sample.add(row: ["Name", "Firma", "Name", "Firma"], at: columns, y: 80)
    for row in 0..<6 {
      sample.add(row: ["Anna \(row)", "Beispiel", "Bea \(row)", "Muster"], at: columns, y: 100 + row * 16)
    }
    let rows = try DirectReading.parts(of: sample.data()).cells
    #expect(rows.count == 13 && rows.last == ["Bea 5", "Muster"])
  }

  @Test("A scan is reported, and so is a damaged PDF")
  func refusals() {
    #expect(throws: Problem("import.problem.scan")) { try DirectReading.parts(of: PDFSample().data()) }
    #expect(throws: Problem("import.problem.brokenDocument", ["part": "PDF"])) {
      try DirectReading.parts(of: Data("%PDF-1.4 kaputt".utf8))
    }
  }

  @Test("Typesetters' ligatures are letters")
  func ligatures() {
    #expect(PDFLetters.plain("O\u{FB03}ce Ste\u{FB00}en") == "Office Steffen")
  }
}
