import Foundation

/// Reads the XML of Excel 2003 (SpreadsheetML 2003), which databases still export as `.xls` or `.xml`.
enum SpreadsheetXMLReader {
  static func parts(of data: Data, limits: ReadingLimits) throws -> [DocumentPart] {
    let handler = SpreadsheetXMLHandler(limits: limits)
    try XMLReader.read(data, limits: limits, handler: handler)
    return try handler.parts()
  }
}

final class SpreadsheetXMLHandler: XMLHandler {
  private let draft: DocumentDraft
  private var skipped = SkippedElements(["Styles", "Comment", "WorksheetOptions", "DocumentProperties", "PhoneticText"])
  private var row = 0
  private var isData = false

  init(limits: ReadingLimits) { draft = DocumentDraft(limits: limits) }

  func parts() throws -> [DocumentPart] { try draft.parts() }

  func start(_ element: XMLElement, line: () -> Int) throws {
    guard !skipped.start(element.name) else { return }
    switch element.name {
    case "Table":
      row = 0
      try draft.beginTable()
    case "Row":
      row = number(element["Index"]) ?? row + 1
      try draft.beginRow(number: row)
    case "Cell":
      try draft.beginCell(column: number(element["Index"]).map { $0 - 1 })
      draft.span(
        columns: (number(element["MergeAcross"]) ?? 0) + 1, rows: (number(element["MergeDown"]) ?? 0) + 1)
      if let target = element["HRef"] { draft.link(to: target) }
    case "Data": isData = draft.isInCell
    default: break
    }
  }

  func end(_ name: String) throws {
    guard !skipped.end() else { return }
    switch name {
    case "Table": try draft.endTable()
    case "Row": try draft.endRow()
    case "Cell": try draft.endCell()
    case "Data": isData = false
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    if isData, !skipped.isSkipping { try draft.text(bytes) }
  }

  /// Positions and counts; values beyond any sheet are ignored.
  private func number(_ text: String?) -> Int? {
    text.flatMap { Int($0) }.flatMap { (1...1_048_576).contains($0) ? $0 : nil }
  }
}
