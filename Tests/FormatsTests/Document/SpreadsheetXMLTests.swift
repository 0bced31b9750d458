import Foundation
import Testing

@testable import Formats

@Suite("The XML of Excel 2003")
struct SpreadsheetXMLTests {
  @Test("Cells are where their index says, merged ones in each row, and links join their text")
  func sheet() throws {
    let text = """
      <?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
      <Styles><Style><Font/></Style></Styles><Worksheet ss:Name="a"><Table>
      <Row ss:Index="3"><Cell ss:MergeDown="1"><Data ss:Type="String">AG</Data></Cell>
      <Cell ss:Index="3" ss:HRef="mailto:a@example.org"><Data ss:Type="String">Anna</Data></Cell></Row>
      <Row><Cell ss:Index="3"><Data ss:Type="String">Bea</Data><Comment><Data>Notiz</Data></Comment></Cell></Row>
      </Table></Worksheet></Workbook>
      """
    let parts = try DirectReading.parts(of: Data(text.utf8))
    guard case .table(let rows) = parts.first else { return #expect(Bool(false)) }
    #expect(rows.map(\.line) == [3, 4])
    #expect(rows.map(\.cells) == [["AG", "", "Anna <a@example.org>"], ["AG", "", "Bea"]])
  }
}
