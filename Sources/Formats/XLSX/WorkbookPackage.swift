import Foundation

/// Finds and reads the parts of a workbook in its ZIP. Parts refer to each other by relationships (ECMA-376 Part 2, §9.3).
struct WorkbookPackage {
  let zip: ZipFile
  let limits: ReadingLimits

  func workbook() throws -> Workbook {
    guard let path = try relationships(of: "").first(where: { $0.type == "officeDocument" })?.target else {
      throw Problem("import.problem.notAWorkbook")
    }
    let handler = WorkbookHandler()
    guard try parse(path, with: handler), handler.isWorkbook else { throw Problem("import.problem.notAWorkbook") }
    return Workbook(
      sheets: handler.sheets, relationships: try relationships(of: path), dates: handler.dates)
  }

  func sharedStrings(of workbook: Workbook) throws -> SharedStrings {
    let handler = SharedStringsHandler(limits: limits)
    if let path = workbook.part("sharedStrings") { _ = try parse(path, with: handler) }
    return handler.strings
  }

  func numberFormats(of workbook: Workbook) throws -> NumberFormats {
    let handler = StylesHandler()
    if let path = workbook.part("styles") { _ = try parse(path, with: handler) }
    return handler.formats
  }

  /// Whether the sheet had any row.
  func rows(
    ofSheet path: String, values: CellValues, row: (_ line: Int, _ cells: [String]) throws -> Void
  ) throws -> Bool {
    try withoutActuallyEscaping(row) { row in
      let handler = SheetHandler(limits: limits, budget: zip.cells, values: values, row: row)
      guard try parse(path, with: handler) else { throw ZipFile.broken(part: path) }
      return handler.rowCount > 0
    }
  }

  private func relationships(of part: String) throws -> [Relationship] {
    let folder = (part as NSString).deletingLastPathComponent
    let name = (part as NSString).lastPathComponent
    let handler = RelationshipsHandler(folder: folder)
    _ = try parse((folder.isEmpty ? "" : folder + "/") + "_rels/\(name).rels", with: handler)
    return handler.relationships
  }

  /// False when the ZIP has no such part.
  private func parse(_ part: String, with handler: any XMLHandler) throws -> Bool {
    let reader = try XMLReader(limits: limits, handler: handler)
    do {
      guard try zip.read(part, piece: { try reader.feed($0) }) else { return false }
      try reader.finish()
      return true
    } catch let problem as Problem where problem.key == "import.problem.brokenXML" {
      throw ZipFile.broken(part: part)
    }
  }
}
