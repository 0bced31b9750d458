import Foundation
import Testing

@testable import Formats

@Suite("Reading Excel workbooks")
struct XLSXReaderTests {
  @Test("Shared, rich and inline texts, formula results, booleans and errors become text")
  func kindsOfCells() throws {
    let strings = """
      <si><t>Jörg</t></si><si><r><t>Anna </t></r><r><rPr><b/></rPr><t>Beispiel</t></r></si>\
      <si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t>a_x000D_b_x005F_x</t></si>
      """
    let rows = """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>\
      <c r="D1" t="s"><v>3</v></c></row>\
      <row r="2"><c r="A2" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>\
      <c r="B2" t="str"><f>A1&amp;"x"</f><v>result</v></c><c r="C2" t="b"><v>1</v></c><c r="D2" t="b"><v>0</v></c>\
      <c r="E2" t="e"><v>#N/A</v></c><c r="F2"><f>1+1</f><v>2</v></c></row>
      """
    #expect(
      try WorkbookFile.rows(rows, strings: strings).read() == [
        .init(1, ["Jörg", "Anna Beispiel", "東京", "a\rb_x"]),
        .init(2, ["inline", "result", "TRUE", "FALSE", "", "2"]),
      ])
  }

  @Test(
    "Numbers are written as people write them",
    arguments: [
      ("3", "3"), ("3.0", "3"), ("-7.0", "-7"), ("0.30000000000000004", "0.3"),
      ("1234567890123456789", "1234567890123456789"),
      ("4.9151123E+10", "49151123000"), ("1.5", "1.5"), ("-0.25", "-0.25"), ("1e400", "1e400"), ("abc", "abc"),
    ])
  func numbers(stored: String, shown: String) throws {
    #expect(try WorkbookFile.rows("<row><c><v>\(stored)</v></c></row>").read() == [.init(1, [shown])])
  }

  @Test(
    "Dates and times are written in ISO form by their number format",
    arguments: [
      ("14", "45984", "2025-11-23"), ("22", "45984.770833333336", "2025-11-23T18:30:00"), ("20", "0.5", "12:00:00"),
      ("46", "1.5", "36:00:00"), ("dd.mm.yyyy", "1", "1900-01-01"), ("dd.mm.yyyy", "59", "1900-02-28"),
      ("dd.mm.yyyy", "60", "1900-02-29"), ("dd.mm.yyyy", "61", "1900-03-01"), ("yyyy\\-mm", "2958465", "9999-12-31"),
      ("[$-407]d. mmmm yyyy;@", "45984.9", "2025-11-23"), ("mm:ss", "0.75", "18:00:00"),
      ("[h]:mm", "1.0625", "25:30:00"),
      ("#,##0.00 \"Tage\"", "45984", "45984"), ("0.00\\d", "12", "12"), ("[Red]0", "12", "12"),
      ("_-* #,##0_m", "12", "12"),
      ("00000", "1067", "01067"), ("14", "-5", "-5"), ("14", "99999999", "99999999"), ("2", "45984", "45984"),
    ])
  func dates(format: String, stored: String, shown: String) throws {
    let file = WorkbookFile.rows(#"<row><c s="0"><v>\#(stored)</v></c></row>"#, formats: [format])
    #expect(try file.read() == [.init(1, [shown])])
  }

  @Test("Dates count from 1904 where the workbook says so")
  func datesFrom1904() throws {
    var file = WorkbookFile.rows(#"<row><c s="0"><v>44522</v></c><c s="0"><v>0</v></c></row>"#, formats: ["14"])
    file.workbookProperties = #"date1904="1""#
    #expect(try file.read() == [.init(1, ["2025-11-23", "1904-01-01"])])
  }

  @Test("Every day of four centuries is the calendar's")
  func calendar() {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    for serial in stride(from: 61, to: 150_000, by: 13) {
      let parts = calendar.dateComponents(
        [.year, .month, .day], from: Date(timeIntervalSince1970: Double(serial - 25_569) * 86_400))
      let expected = String(format: "%d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
      #expect(DateSystem.from1900.text(Double(serial), as: .date) == expected)
    }
  }

  @Test("Rows and cells may be sparse, or omit their position")
  func sparse() throws {
    let rows = """
      <row r="2"><c r="C2"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c r="D3"><v>4</v></c></row>\
      <row r="7"/><row r="9"><c r="A9" s="1"/><c r="AB9"><v>5</v></c></row><row><c t="inlineStr"><is><t/></is></c></row>
      """
    #expect(
      try WorkbookFile.rows(rows).read() == [
        .init(2, ["", "", "1", "2"]), .init(3, ["3", "", "", "4"]),
        .init(9, Array(repeating: "", count: 27) + ["5"]),
      ])
  }

  @Test("All visible worksheets with rows are read; hidden and empty ones and charts are not")
  func choosingTheSheet() throws {
    let row = "<row><c><v>1</v></c></row>"
    let file = WorkbookFile(sheets: [
      .init(rows: row, state: "hidden"), .init(rows: row, state: "veryHidden"), .init(rows: row, type: "chartsheet"),
      .init(rows: "<row/>"), .init(rows: "<row><c><v>2</v></c></row>"), .init(rows: row),
    ])
    #expect(try file.read() == [.init(1, ["2"]), .init(1, ["1"])])
    var ends = 0
    try XLSXReader.sheets(of: file.data(), limits: .standard, end: { ends += 1 }, row: { _, _ in })
    #expect(ends == 2)
  }

  @Test("A table of texts stored after the sheets is found")
  func stringsLast() throws {
    var file = WorkbookFile.rows(#"<row><c t="s"><v>0</v></c></row>"#, strings: "<si><t>spät</t></si>")
    file.stringsComeLast = true
    #expect(try file.read() == [.init(1, ["spät"])])
  }

  @Test("An error thrown by the row closure reaches the caller")
  func throwingRow() throws {
    let data = try WorkbookFile.rows("<row><c><v>1</v></c></row>").data()
    #expect(throws: XMLLog.Stop()) {
      try XLSXReader.sheets(of: data, limits: .standard) { _, _ in throw XMLLog.Stop() }
    }
  }
}
