import Foundation

/// Reads the rows of an Excel workbook (Office Open XML, ECMA-376 Part 1, §18) from all its visible sheets.
package enum XLSXReader {
  /// Calls `row` for each row with a value in it, passing its number in the sheet and its cells as text: dates in ISO
  /// form, formulas by their latest result, errors as empty. A merged cell appears in its first column, in each of its
  /// rows. Empty cells at the end are omitted. `end` is called after each sheet with rows.
  ///
  /// Problems: `import.problem.notAWorkbook`, `.oldWorkbook` (Excel 97), `.binaryWorkbook` (.xlsb), `.encrypted`, `.brokenWorkbook` with `part`,
  /// `.zipBomb` with `limit`, `.tooManyRows` with `limit`, `.tooManyColumns` and `.cellTooLong` with `line` and `limit`,
  /// and those of `XMLReader`.
  package static func sheets(
    of data: Data, limits: ReadingLimits, end: () -> Void = {}, row: (_ line: Int, _ cells: [String]) throws -> Void
  ) throws {
    try checkSignature(data)
    let zip = try ZipFile(data, limits: limits)
    let package = WorkbookPackage(zip: zip, limits: limits)
    let workbook = try package.workbook()
    let strings = try package.sharedStrings(of: workbook)
    let formats = try package.numberFormats(of: workbook)
    for sheet in workbook.visibleSheets {
      let values = CellValues(strings: strings, formats: formats, dates: workbook.dates)
      if try package.rows(ofSheet: sheet, values: values, row: row) { end() }
    }
  }

  /// The sheets with rows, each a table.
  static func parts(of data: Data, limits: ReadingLimits) throws -> [DocumentPart] {
    var tables: [[DocumentRow]] = [[]]
    try sheets(
      of: data, limits: limits, end: { tables.append([]) },
      row: { line, cells in tables[tables.count - 1].append(DocumentRow(line: line, cells: cells)) })
    return tables.filter { !$0.isEmpty }.map(DocumentPart.table)
  }

  /// A ZIP begins with `PK`; an OLE file is either an old workbook or a password-protected new one in an OLE container
  /// (MS-OFFCRYPTO 2.3.4.4).
  private static func checkSignature(_ data: Data) throws {
    if data.starts(with: Array("PK".utf8)) { return }
    guard data.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else { throw Problem("import.problem.notAWorkbook") }
    let envelope = Data("EncryptedPackage".utf8.flatMap { [$0, 0] })
    let isEncrypted = data.range(of: envelope) != nil
    throw Problem(isEncrypted ? "import.problem.encrypted" : "import.problem.oldWorkbook")
  }
}
