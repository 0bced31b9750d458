import Foundation

/// Reads workbooks of Excel 5 to 2003 (BIFF5 and BIFF8, MS-XLS) as parts, one for each visible sheet. Debian has no
/// library for them, and a whole office suite is too much for a table.
enum Excel97Reader {
  /// Problems: `import.problem.encrypted`, `.oldExcel, .oldWord, .outlookMessage`, `.brokenDocument`, and those of `TextBudget`.
  static func parts(of data: Data, limits: ReadingLimits) throws -> [DocumentPart] {
    guard let file = CompoundFile(data) else { throw Problem("import.problem.brokenDocument", ["part": "OLE"]) }
    if file.names.contains("EncryptedPackage") { throw Problem("import.problem.encrypted") }
    guard let stream = file.stream("Workbook") ?? file.stream("Book") else { throw other(file) }
    let globals = try BIFFGlobals(stream, limits: limits)
    return try globals.sheets.compactMap { sheet in
      let rows = try BIFFSheet(globals: globals, limits: limits).rows(from: sheet.offset, in: stream)
      return rows.isEmpty ? nil : .table(rows)
    }
  }

  /// Throws a `Problem` that says what this container holds instead of a workbook, with advice.
  static func kind(of data: Data) throws -> FileKind {
    guard let file = CompoundFile(data) else { throw Problem("import.problem.oldExcel") }
    if file.names.contains("EncryptedPackage") { throw Problem("import.problem.encrypted") }
    guard file.names.contains("Workbook") || file.names.contains("Book") else { throw other(file) }
    return .xls
  }

  /// The other kinds of file that come in this container.
  private static func other(_ file: CompoundFile) -> Problem {
    if file.names.contains("WordDocument") { return Problem("import.problem.oldWord") }
    if file.names.contains("__properties_version1.0") { return Problem("import.problem.outlookMessage") }
    return Problem("import.problem.oldExcel")
  }
}
