/// The handler's position in an OpenDocument table.
struct OpenDocumentSheet {
  /// Rows ended so far, counting each repetition.
  private(set) var row = 0
  private(set) var cellRepeats = 1
  /// The value of a cell that shows no text.
  private(set) var value = ""
  private var rowRepeats = 1

  mutating func beginRow(repeated: String?) {
    rowRepeats = max(1, repeated.flatMap { Int($0) } ?? 1)
  }

  mutating func beginCell(_ element: XMLElement) {
    cellRepeats = max(1, element["number-columns-repeated"].flatMap { Int($0) } ?? 1)
    value = element["string-value"] ?? element["date-value"] ?? element["value"] ?? ""
  }

  mutating func endRow() {
    row = row.addingReportingOverflow(rowRepeats).partialValue
  }
}
