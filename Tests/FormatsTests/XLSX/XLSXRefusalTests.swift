import Foundation
import TestKit
import Testing

@testable import Formats

@Suite("Refusing workbooks")
struct XLSXRefusalTests {
  @Test("A file that isn't a workbook is reported as such", arguments: ["", "hello", "<html/>", "%PDF-1.7"])
  func otherFiles(content: String) {
    #expect(throws: Problem("import.problem.notAWorkbook")) { try WorkbookFile.read(Data(content.utf8)) }
  }

  @Test("A plain ZIP, a letter and another program's sheet are no workbooks")
  func otherZips() throws {
    let plain = try ZipWriter.zip([("readme.txt", Data("hello".utf8))])
    let open = try ZipWriter.zip([("mimetype", Data("application/vnd.oasis.opendocument.spreadsheet".utf8))])
    var letter = WorkbookFile.rows("")
    letter.overrides["xl/workbook.xml"] = "<document/>"
    for data in [plain, open, try letter.data()] {
      #expect(throws: Problem("import.problem.notAWorkbook")) { try WorkbookFile.read(data) }
    }
  }

  @Test("A password-protected workbook is reported as encrypted, in either container")
  func encrypted() throws {
    let zip = try WorkbookFile.rows("<row><c><v>1</v></c></row>").data(password: "secret")
    let envelope = Data([0xD0, 0xCF, 0x11, 0xE0]) + Data("xxEncryptedPackage".utf8.flatMap { [$0, 0] })
    for data in [zip, envelope] {
      #expect(throws: Problem("import.problem.encrypted")) { try WorkbookFile.read(data) }
    }
  }

  @Test("An Excel 97 workbook is named as such")
  func oldExcel() {
    let data = Data([0xD0, 0xCF, 0x11, 0xE0]) + Data("Workbook".utf8.flatMap { [$0, 0] })
    #expect(throws: Problem("import.problem.oldWorkbook")) { try WorkbookFile.read(data) }
  }

  @Test("A truncated workbook is refused at every length, never read in part")
  func truncated() throws {
    let data = try WorkbookFile.rows("<row><c><v>1</v></c></row>").data()
    for length in stride(from: 4, to: data.count - 1, by: 7) {
      #expect(throws: Problem.self) { try WorkbookFile.read(data.prefix(length)) }
    }
  }

  @Test("Damaged bytes give a problem or the rows, never a crash")
  func damaged() throws {
    let rows = #"<row r="1"><c r="A1" t="s"><v>0</v></c><c s="1"><v>45984</v></c></row>"#
    let data = try WorkbookFile.rows(rows, strings: "<si><t>a</t></si>", formats: ["0", "14"]).data()
    var random = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      var damaged = data
      for _ in 0..<3 {
        damaged[Int.random(in: 4..<data.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      do { _ = try WorkbookFile.read(damaged) } catch { #expect(error is Problem) }
    }
  }

  @Test(
    "Broken parts are named",
    arguments: [
      ("xl/workbook.xml", "<workbook><sheets>"), ("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row>"),
      ("xl/styles.xml", "<styleSheet"), ("xl/_rels/workbook.xml.rels", "&"),
    ])
  func brokenParts(part: String, content: String) throws {
    var file = WorkbookFile.rows("<row><c><v>1</v></c></row>")
    file.overrides[part] = content
    let data = try file.data()
    #expect(throws: Problem("import.problem.brokenWorkbook", ["part": part])) { try WorkbookFile.read(data) }
  }

  @Test("A cell that refers to no text is refused", arguments: ["0", "-1", "99999999999999999999", "x"])
  func missingText(index: String) throws {
    let data = try WorkbookFile.rows(#"<row><c t="s"><v>\#(index)</v></c></row>"#).data()
    #expect(throws: Problem("import.problem.brokenWorkbook", ["part": "sharedStrings"])) { try WorkbookFile.read(data) }
  }

  @Test("Entities declared in a part are refused")
  func laughs() throws {
    var file = WorkbookFile.rows("")
    file.overrides["xl/worksheets/sheet1.xml"] = "<!DOCTYPE w [<!ENTITY a 'b'>]><worksheet>&a;</worksheet>"
    let data = try file.data()
    #expect(throws: Problem("import.problem.xmlEntities", ["line": "1"])) { try WorkbookFile.read(data) }
  }

  @Test("A zip bomb stops at the limit for unpacked bytes")
  func bomb() throws {
    let spaces = String(repeating: " ", count: 20 << 20)
    let data = try WorkbookFile.rows("<row><c><v>1</v></c></row>" + spaces).data()
    #expect(data.count < 100_000)
    var limits = ReadingLimits.standard
    limits.unpackedBytes = 10 << 20
    #expect(throws: Problem("import.problem.zipBomb", ["limit": String(10 << 20)])) {
      try WorkbookFile.read(data, limits: limits)
    }
  }

  @Test("An overlong cell is refused with its row, shared or not")
  func longCells() throws {
    var limits = ReadingLimits.standard
    limits.cellBytes = 1000
    let long = String(repeating: "x", count: 1001)
    let own = try WorkbookFile.rows(#"<row r="4"><c t="inlineStr"><is><t>\#(long)</t></is></c></row>"#).data()
    let shared = try WorkbookFile.rows(
      #"<row r="4"><c t="s"><v>1</v></c></row>"#, strings: "<si><t>a</t></si><si><t>\(long)</t></si>"
    ).data()
    for data in [own, shared] {
      #expect(throws: Problem("import.problem.cellTooLong", ["line": "4", "limit": "1000"])) {
        try WorkbookFile.read(data, limits: limits)
      }
    }
  }

  @Test("Too many columns and rows are refused; formatted empty cells beyond the limit aren't")
  func tooMany() throws {
    var limits = ReadingLimits.standard
    limits.columns = 3
    limits.rows = 2
    let wide = try WorkbookFile.rows(#"<row r="2"><c r="D2"><v>1</v></c></row>"#).data()
    #expect(throws: Problem("import.problem.tooManyColumns", ["line": "2", "limit": "3"])) {
      try WorkbookFile.read(wide, limits: limits)
    }
    let long = try WorkbookFile.rows(String(repeating: "<row><c><v>1</v></c></row>", count: 3)).data()
    #expect(throws: Problem("import.problem.tooManyRows", ["limit": "2"])) {
      try WorkbookFile.read(long, limits: limits)
    }
    let empty = #"<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row>"#
    #expect(try WorkbookFile.rows(empty).read(limits: limits) == [.init(1, ["1"])])
  }
}
