import Foundation
import Testing

@testable import Formats

@Suite("The reading process")
struct ConfinementTests {
  @Test("It can open no file, create none, reach no network and use no more memory than it has")
  func gaps() throws {
    #expect(try #require(ReaderProcess.gaps()) == [])
  }

  @Test("A workbook's rows arrive as they are read here, each sheet a table")
  func workbook() throws {
    let rows =
      "<row r=\"2\"><c t=\"inlineStr\"><is><t>Name</t></is></c></row><row r=\"3\"><c t=\"inlineStr\"><is><t>Anna</t></is></c></row>"
    let file = try WorkbookFile(sheets: [.init(rows: rows), .init(rows: ""), .init(rows: rows)]).data()
    let here = try DirectReading().content(of: file, kind: .xlsx, limits: .standard)
    #expect(try ContentWire.decode(try ContentWire.encode(workbook: file, limits: .standard)) == here)
    #expect(here.tables.count == 2 && here.tables[1].map(\.line) == [2, 3])
  }
}
