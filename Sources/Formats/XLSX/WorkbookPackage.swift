import Foundation

/// Finds and reads the parts of a workbook in its ZIP. Parts refer to each other by relationships (ECMA-376 Part 2, §9.3).
struct WorkbookPackage {
  let zip: ZipFile
  let limits: ReadingLimits

  func workbook() throws -> Workbook {
    guard let path = try relationships(of: "").first(where: { $0.type == "officeDocument" })?.target else {
      throw Problem("import.problem.notAWorkbook")
    }
    if path.hasSuffix(".bin") { throw Problem("import.problem.binaryWorkbook") }
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

  /// True if the sheet had any row.
  func rows(
    ofSheet path: String, values: CellValues, row: (_ line: Int, _ cells: [String]) throws -> Void
  ) throws -> Bool {
    let links = try linkedAddresses(ofSheet: path)
    return try withoutActuallyEscaping(row) { row in
      let held = HeldSheetRows(budget: zip.cells, links: links, row: row)
      let handler = SheetHandler(limits: limits, budget: zip.cells, values: values, held: held)
      guard try parse(path, with: handler) else { throw ZipFile.broken(part: path) }
      try handler.finish()
      return handler.rowCount > 0
    }
  }

  /// The mail addresses that cells of the sheet link to, by their relationships' ids.
  private func linkedAddresses(ofSheet path: String) throws -> [String: String] {
    let handler = try relationshipsHandler(of: path)
    let pairs = handler.linkTargets.compactMap { id, target -> (String, String)? in
      guard target.lowercased().hasPrefix("mailto:"),
        let address = MailAddress(target.removingPercentEncoding ?? target)
      else { return nil }
      return (id, address.text)
    }
    return Dictionary(pairs) { first, _ in first }
  }

  private func relationships(of part: String) throws -> [Relationship] {
    try relationshipsHandler(of: part).relationships
  }

  private func relationshipsHandler(of part: String) throws -> RelationshipsHandler {
    let folder = (part as NSString).deletingLastPathComponent
    let name = (part as NSString).lastPathComponent
    let handler = RelationshipsHandler(folder: folder)
    _ = try parse((folder.isEmpty ? "" : folder + "/") + "_rels/\(name).rels", with: handler)
    return handler
  }

  /// False if the ZIP has no such part.
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
