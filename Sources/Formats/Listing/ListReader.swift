import Foundation

/// Reads a list of people from any kind of file this program knows.
package enum ListReader {
  /// Tells a file's kind by its content, never by its name. Throws a `Problem` that names what it is instead.
  package static func recognise(_ data: Data, limits: ReadingLimits = .standard) throws -> FileKind {
    try Recognition(data, limits: limits).kind
  }

  /// Reports each person and each row that could not be read, in the order of the source. `columns` and `hasHeader`
  /// correct what was guessed of a table. Throws a `Problem` where the file as a whole can't be read, and whatever the
  /// sink throws.
  package static func read(
    _ data: Data, columns: [ColumnRole]? = nil, hasHeader: Bool? = nil, limits: ReadingLimits = .standard,
    into sink: ReadingSink
  ) throws -> ReadingSummary {
    let recognition = try Recognition(data, limits: limits)
    var summary = ReadingSummary(kind: recognition.kind)
    let counted: ReadingSink = { event in
      switch event {
      case .person: summary.people += 1
      case .rejected: summary.rejected += 1
      case .progress: break
      }
      try sink(event)
    }
    let bytes = recognition.text?.bytes ?? []
    switch recognition.kind {
    case .table, .lines, .addresses:
      let text = TextPeople(columns: columns, hasHeader: hasHeader, limits: limits)
      summary.layout = try text.read(bytes, as: recognition.shape ?? .table, into: counted)
    case .xlsx, .json, .excelXML:
      var table = TableReader(columns: columns, hasHeader: hasHeader, limits: limits)
      switch recognition.kind {
      case .xlsx: try table.read(sheet: data, into: counted)
      case .json: try table.read(tables: [JSONRecords(Data(bytes))?.rows(limits) ?? []], into: counted)
      default: try table.read(tables: ExcelXMLReader.tables(of: data, limits: limits), into: counted)
      }
      summary.layout = table.layout
    case .vcard:
      var reader = VCardReader(bytes)
      try reader.read(limits: limits, into: counted)
    case .icalendar:
      var reader = AttendeeReader(bytes)
      try reader.read(limits: limits, into: counted)
    case .frabXML:
      try ProgrammeReader.read(data, as: .frabXML, limits: limits, into: counted)
    case .frabJSON, .pretalx, .sessionize, .indico, .openReview:
      try ProgrammeReader.read(Data(bytes), as: recognition.kind, limits: limits, into: counted)
    }
    try sink(.progress(1))
    return summary
  }
}
