import Foundation

/// Reads a list of people from any kind of file this program knows.
package enum ListReader {
  /// Tells a file's kind by its content, never by its name. Throws a `Problem` that says what it is instead.
  package static func recognise(_ data: Data, limits: ReadingLimits = .standard) throws -> FileKind {
    try Recognition(data, limits: limits).kind
  }

  /// Reports each person and each unreadable row, in the order of the source. `advice` overrides guesses; `reading`
  /// takes documents apart. Throws a `Problem` if the file as a whole can't be read, and whatever the sink throws.
  package static func read(
    _ data: Data, advice: ListAdvice = ListAdvice(), limits: ReadingLimits = .standard,
    reading: any DocumentReading = DirectReading(), into sink: ReadingSink
  ) throws -> ReadingSummary {
    try read(data, advice: advice, limits: limits, reading: reading, around: Surroundings(), into: sink)
  }

  /// - Parameter around: the files around this one.
  static func read(
    _ data: Data, advice: ListAdvice, limits: ReadingLimits, reading: any DocumentReading, around: Surroundings,
    into sink: ReadingSink
  ) throws -> ReadingSummary {
    let recognition = try Recognised(data, advice: advice, limits: limits)
    var summary = ReadingSummary(kind: recognition.kind)
    summary.charsets = recognition.charsets
    let counted: ReadingSink = { event in
      switch event {
      case .person: summary.people += 1
      case .rejected: summary.rejected += 1
      case .progress: break
      }
      try sink(event)
    }
    let bytes = recognition.bytes
    if recognition.kind.isDocument {
      var documents = DocumentListReader(advice: advice, limits: limits, reading: reading, around: around)
      try documents.read(data, kind: recognition.kind, into: counted)
      summary.layout = documents.layout
    }
    switch recognition.kind {
    case .table, .lines, .addresses:
      let text = TextPeople(advice: advice, limits: limits)
      summary.layout = try text.read(bytes, as: recognition.shape ?? .table, into: counted)
    case .xlsx, .json:
      var table = TableReader(advice: advice, limits: limits)
      let tables =
        try recognition.kind == .xlsx
        ? reading.content(of: data, kind: .xlsx, limits: limits).tables
        : [JSONRecords(bytes)?.rows(limits) ?? []]
      try table.read(tables: tables, into: counted)
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
    case .pdf, .docx, .openDocument, .xls, .excelXML, .webPage, .richText, .markdown, .ldif, .mail, .zip: break
    }
    try sink(.progress(1))
    return summary
  }
}

/// Everything that reading needs to know of a recognised file. The text is kept only for readers of text: a programme of
/// fifty megabytes would otherwise be in memory twice.
private struct Recognised {
  let kind: FileKind
  let shape: TextShape?
  let charsets: [CharsetReading]
  let bytes: [UInt8]

  init(_ data: Data, advice: ListAdvice, limits: ReadingLimits) throws {
    let recognition = try Recognition(data, charset: advice.charset.flatMap { Charset(named: $0) }, limits: limits)
    kind = recognition.kind
    shape = recognition.shape
    charsets = recognition.text?.readings ?? []
    bytes = kind.isDocument || kind == .frabXML || kind == .xlsx ? [] : recognition.text?.bytes ?? []
  }
}
