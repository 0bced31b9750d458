import Foundation

/// The kind of a file, judged by its content alone.
struct Recognition {
  let kind: FileKind
  /// The way in which plain text lists its people; nil for other kinds.
  private(set) var shape: TextShape?
  /// Nil for a sheet, which is no text.
  let text: SourceText?

  /// Throws the `Problem` that says what the file is instead of a list of people.
  init(_ data: Data, charset: Charset? = nil, limits: ReadingLimits) throws {
    guard data.count <= limits.fileBytes else {
      throw Problem("import.problem.tooLarge", ["limit": String(limits.fileBytes >> 20)])
    }
    let signature = FileSignature(data.prefix(16))
    if let problem = signature.problem { throw problem }
    if let packed = try Self.kind(of: signature, data: data) {
      kind = packed
      text = nil
      return
    }
    let text = SourceText(decoding: data, as: charset)
    guard text.bytes.contains(where: { !$0.isBlank && !$0.isLineEnd }) else { throw Problem("import.problem.empty") }
    guard !Self.isBinary(text.bytes) else { throw Problem("import.problem.unknown") }
    self.text = text
    if let kind = try Self.kind(of: text.bytes, data: data) {
      self.kind = kind
      return
    }
    let shape = TextShape(of: text.bytes)
    self.shape = shape
    kind = shape == .addresses ? .addresses : shape == .lines || shape == .blocks ? .lines : .table
  }

  /// The kind of a file that is not text; nil if the text must decide.
  private static func kind(of signature: FileSignature, data: Data) throws -> FileKind? {
    switch signature {
    case .zip: try ZipKind.kind(of: data)
    case .pdf: .pdf
    case .richText: .richText
    case .oldExcel: try Excel97Reader.kind(of: data)
    default: nil
    }
  }

  /// Text has hardly any control characters.
  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(8192)
    let controls = start.count { $0 < 0x20 && !$0.isBlank && !$0.isLineEnd && $0 != 0x0B && $0 != 0x0C }
    return controls * 20 > start.count
  }

  /// Nil for plain text.
  private static func kind(of bytes: [UInt8], data: Data) throws -> FileKind? {
    if MailReader.recognises(bytes) { return .mail }
    if let kind = objectKind(of: bytes) { return kind }
    let start = bytes.drop { $0.isBlank || $0.isLineEnd }
    if isMarkup(start) { return try markupKind(of: start, data: data) }
    if start.first == UInt8(ascii: "{") || start.first == UInt8(ascii: "[") {
      if let kind = ProgrammeReader.kind(ofJSON: Data(start)) { return kind }
      if JSONRecords(bytes) != nil { return .json }
      let end = bytes.last { !$0.isBlank && !$0.isLineEnd }
      if end == UInt8(ascii: "}") || end == UInt8(ascii: "]") { throw Problem("import.problem.unknownJSON") }
    }
    if LDIFReader.recognises(bytes) { return .ldif }
    return MarkdownTable.recognises(bytes) ? .markdown : nil
  }

  /// The kind that a line `BEGIN:VCARD` or `BEGIN:VCALENDAR` shows, even after other lines.
  private static func objectKind(of bytes: [UInt8]) -> FileKind? {
    var scanner = LineScanner(bytes)
    while let line = scanner.next(), line.range.lowerBound < 1 << 20 {
      let text = bytes[line.range].drop(while: \.isBlank)
      guard text.count < 40, text.starts(with: "B".utf8) || text.starts(with: "b".utf8) else { continue }
      switch String(decoding: text, as: UTF8.self).tidied.uppercased().replacing(" ", with: "") {
      case "BEGIN:VCARD": return .vcard
      case "BEGIN:VCALENDAR", "BEGIN:VEVENT": return .icalendar
      default: continue
      }
    }
    return nil
  }

  /// `<anna@example.org>` is not markup.
  private static func isMarkup(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.first == UInt8(ascii: "<"), let next = bytes.dropFirst().first else { return false }
    guard next.isASCIILetter else { return next == UInt8(ascii: "?") || next == UInt8(ascii: "!") }
    return !bytes.prefix { $0 != UInt8(ascii: ">") }.contains(.at)
  }

  private static func markupKind(of bytes: ArraySlice<UInt8>, data: Data) throws -> FileKind {
    if let kind = ProgrammeReader.kind(ofXML: data) { return kind }
    let start = String(decoding: bytes.prefix(4096), as: UTF8.self)
    if start.contains("urn:schemas-microsoft-com:office:spreadsheet"), start.contains("Workbook"),
      !start.contains("<html")
    {
      return .excelXML
    }
    if start.contains("urn:oasis:names:tc:opendocument"), start.contains(":document") { return .openDocument }
    guard WebPageReader.recognises(bytes) else { throw Problem("import.problem.unknownXML") }
    return .webPage
  }
}

/// The kind of a ZIP, judged by the names in it: office programs pack their files as ZIP.
enum ZipKind {
  /// Throws a `Problem` for packed files of programs we don't read, each with advice.
  static func kind(of data: Data) throws -> FileKind {
    let zip = ZipDirectory(data)
    if zip.has("xl/workbook.bin") { throw Problem("import.problem.binaryWorkbook") }
    if zip.has("xl/workbook.xml") { return .xlsx }
    if zip.has("word/document.xml") { return .docx }
    if zip.mediaType.contains("opendocument.presentation") || zip.has("ppt/presentation.xml") {
      throw Problem("import.problem.presentation")
    }
    if zip.mediaType.contains("opendocument") || (zip.has("content.xml") && zip.has("mimetype")) {
      return .openDocument
    }
    if zip.names.contains(where: { $0.lowercased().hasSuffix(".iwa") }) { throw Problem("import.problem.appleFile") }
    // Excel with another name for its main part.
    if zip.has("[Content_Types].xml"), zip.names.contains(where: { $0.lowercased().hasPrefix("xl/") }) { return .xlsx }
    return zip.names.isEmpty ? .xlsx : .zip
  }
}
