import Foundation
import Testing

@testable import Formats

@Suite("Numbers and sizes in workbooks")
struct XLSXBoundsTests {
  static let extremes = [
    "9223372036854775807", "-9223372036854775808", "9223372036854775808", "18446744073709551616", "1048577", "0", "-1",
    "1e308", "NaN", "inf", "",
  ]

  @Test("A row number outside any sheet ends nothing; the rows count on", arguments: extremes)
  func rowNumbers(number: String) throws {
    let rows = "<row r=\"\(number)\"><c><v>1</v></c></row><row><c><v>2</v></c></row>"
    #expect(try WorkbookFile.rows(rows).read() == [.init(1, ["1"]), .init(2, ["2"])])
  }

  @Test("The last row of a sheet has no row behind it")
  func lastRow() throws {
    let rows = #"<row r="1048576"><c><v>1</v></c></row><row><c><v>2</v></c></row>"#
    #expect(try WorkbookFile.rows(rows).read().map(\.line) == [1_048_576, 1_048_576])
  }

  @Test("Whatever number is in a workbook, reading it gives rows or a problem", arguments: extremes)
  func numbers(number: String) throws {
    let pieces = [
      "<row r=\"2\"><c r=\"A\(number)\"><v>1</v></c></row>", "<row><c s=\"\(number)\"><v>1</v></c></row>",
      "<row><c t=\"s\"><v>\(number)</v></c></row>", "<row><c s=\"0\"><v>\(number)</v></c></row>",
      "<row><c s=\"1\"><v>\(number)</v></c></row>", "<row><c s=\"2\"><v>\(number)</v></c></row>",
      "<row><c s=\"3\"><v>\(number)</v></c></row>", "<row><c t=\"d\"><v>\(number)</v></c></row>",
      "<row><c t=\"b\"><v>\(number)</v></c></row>", "<row spans=\"\(number)\"><c><v>1</v></c></row>",
    ]
    for rows in pieces {
      let file = WorkbookFile.rows(rows, strings: "<si><t>a</t></si>", formats: ["14", "46", "00000", "22"])
      do { _ = try file.read() } catch { #expect(error is Problem) }
    }
  }

  @Test("A number is padded to the digits of its format, after its sign")
  func padding() throws {
    let rows = "<row><c s=\"0\"><v>1067</v></c><c s=\"0\"><v>-7</v></c><c s=\"0\"><v>123456</v></c></row>"
    #expect(try WorkbookFile.rows(rows, formats: ["00000"]).read() == [.init(1, ["01067", "-00007", "123456"])])
  }

  @Test("A format of thousands of zeros doesn't turn a number into a page")
  func longFormat() throws {
    let format = String(repeating: "0", count: 60_000)
    #expect(try WorkbookFile.rows("<row><c s=\"0\"><v>7</v></c></row>", formats: [format]).read() == [.init(1, ["7"])])
  }

  @Test("A text shared by a million cells can't turn kilobytes into gigabytes")
  func sharedText() throws {
    let cells = String(repeating: "<c t=\"s\"><v>0</v></c>", count: 50)
    let rows = String(repeating: "<row>\(cells)</row>", count: 100)
    let text = String(repeating: "x", count: 100_000)
    let data = try WorkbookFile.rows(rows, strings: "<si><t>\(text)</t></si>").data()
    var bytes = 0
    let problem = Problem(
      "import.problem.zipBomb", ["limit": String(ReadingLimits.standard.unpackedBytes(of: data.count))])
    #expect(throws: problem) {
      try XLSXReader.sheets(of: data, limits: .standard) { bytes += $1.reduce(0) { $0 + $1.utf8.count } }
    }
    #expect(bytes <= 32 * data.count + 24 << 20)
  }
}
