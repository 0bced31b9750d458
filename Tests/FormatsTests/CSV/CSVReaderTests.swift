import Foundation
import TestKit
import Testing

@testable import Formats

@Suite("Reading CSV")
struct CSVReaderTests {
  private func rows(_ text: String, delimiter: UInt8 = .comma, limits: ReadingLimits = .standard) -> [(
    line: Int, cells: [String], problem: String?
  )] {
    var reader = CSVReader(Array(text.utf8), delimiter: delimiter, limits: limits)
    var row = CSVRow()
    var rows: [(line: Int, cells: [String], problem: String?)] = []
    while reader.next(into: &row) { rows.append((row.line, reader.texts(of: row), row.problem?.key)) }
    return rows
  }

  @Test(
    "A line is cut into its cells",
    arguments: [
      ("a,b,c", ["a", "b", "c"]), ("a,,", ["a", "", ""]), ("\"a,b\",c", ["a,b", "c"]), ("\"a\"\"b\",c", ["a\"b", "c"]),
      ("\"\",x", ["", "x"]), ("a\"b,c", ["a\"b", "c"]), (" \"a\" , \"b\" ", ["a", "b"]),
      ("\"Anna \"Anni\" Adler\",x", ["Anna \"Anni\" Adler", "x"]), ("\"Adler\" GmbH,x", ["\"Adler\" GmbH", "x"]),
      ("\"a\nb\",c", ["a\nb", "c"]), ("\"a\r\n\r\nb\",c", ["a\r\n\r\nb", "c"]), ("ä,ö", ["ä", "ö"]),
    ])
  func cells(line: String, cells: [String]) {
    let rows = rows(line)
    #expect(rows.map(\.cells) == [cells])
    #expect(rows.first?.problem == nil)
  }

  @Test("All line ends end a line, and each counts once", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) {
    let read = rows(["a", "", "\"b", "c\"", " ", "d"].joined(separator: end))
    #expect(read.map(\.line) == [1, 3, 6])
    #expect(read.map(\.cells) == [["a"], ["b\(end)c"], ["d"]])
  }

  @Test("An unclosed quote costs only its own line")
  func openQuote() {
    let read = rows("a,1\n\"b,2\nc,3\n\"d\",4\n")
    #expect(read.map(\.line) == [1, 2, 3, 4])
    #expect(read.map(\.problem) == [nil, "import.problem.openQuote", nil, nil])
    #expect(read[1].cells == ["\"b", "2"])
    #expect(read[3].cells == ["d", "4"])
  }

  @Test("A quote that opens the next cell shows that the one before was not closed")
  func openQuoteBeforeQuoted() {
    let read = rows("\"a,\"b\",\"c\"\n\"d\",\"e\",\"f\"\n")
    #expect(read.map(\.problem) == ["import.problem.openQuote", nil])
    #expect(read.last?.cells == ["d", "e", "f"])
  }

  @Test("A cell over the limit costs its row, not the next")
  func longCell() {
    var limits = ReadingLimits()
    limits.cellBytes = 10
    for long in ["12345678901", "\"12345678901\"", "\"1\n2345678901\""] {
      let read = rows("a,b\n\(long),x\nc,d\n", limits: limits)
      #expect(read.first?.cells == ["a", "b"])
      #expect(read[1].problem == "import.problem.cellTooLong")
      #expect(read.last?.cells == ["c", "d"])
    }
  }

  @Test("More columns than the limit are refused")
  func columns() {
    let read = rows(String(repeating: ",", count: 2000) + "\nx")
    #expect(read.map(\.problem) == ["import.problem.tooManyColumns", nil])
  }

  @Test(
    "The delimiter is the one that makes a table",
    arguments: [
      ("Name;E-Mail\nAdler, Anna;a@example.org\n", ";"), ("Name,Mail\n\"a;b;c\",a@example.org\n", ","),
      ("Name\tMail\nAdler, A; B\ta@example.org\n", "\t"), ("Name|Mail\nAnna|a@example.org", "|"),
      ("sep=;\nName,x;Mail\n", ";"), ("Anna,a@example.org,KI; Ethik\nBea,b@example.org,Recht; Kunst\n", ","),
      ("Name;Themen\nAnna;a, b, c\nBea;d, e, f\n", ";"),
    ])
  func delimiter(text: String, delimiter: String) {
    #expect(CSVDialect.delimiter(of: Array(text.utf8)) == delimiter.utf8.first)
  }

  @Test("Written rows are read back cell by cell, whatever they contain")
  func roundTrip() throws {
    var random = SeededGenerator(seed: 7)
    let pieces = ["a", "ä", "\"", ",", ";", "\n", "b\r\n", " ", "x y"]
    for delimiter in [",", ";", "\t"] {
      var writer = CSVWriter(delimiter: Character(delimiter))
      let table = (0..<50).map { _ in
        ["x"] + (0..<4).map { _ in cell(of: pieces, using: &random) }
      }
      for row in table { writer.append(row) }
      let text = String(decoding: writer.data.dropFirst(3), as: UTF8.self)
      #expect(rows(text, delimiter: delimiter.utf8.first ?? 0).map(\.cells) == table)
    }
  }

  private func cell(of pieces: [String], using random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...5, using: &random)).compactMap { _ in pieces.randomElement(using: &random) }.joined()
  }

  @Test("A cell that a spreadsheet would run is defused", arguments: ["=1+1", "+49 30", "-1", "@x", "\tx", "\rx"])
  func formulas(cell: String) {
    var writer = CSVWriter()
    writer.append([cell])
    let text = String(decoding: writer.data.dropFirst(3), as: UTF8.self)
    #expect(text.hasPrefix("'") || text.hasPrefix("\"'"))
  }
}
