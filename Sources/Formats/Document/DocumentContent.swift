import Foundation

/// The content a reader finds in a file that is not plain text.
package enum DocumentContent: Sendable, Equatable {
  case parts([DocumentPart])
  /// For an archive or a mail: the files inside, each to be read as its own kind.
  case files([InnerFile])
}

extension DocumentContent {
  /// Without the text between them.
  var tables: [[DocumentRow]] {
    guard case .parts(let parts) = self else { return [] }
    return parts.compactMap { if case .table(let rows) = $0 { rows } else { nil } }
  }
}

/// A file within another.
package struct InnerFile: Sendable, Equatable {
  /// The name in the archive or mail; empty if there is none, as for a mail's text.
  package var name: String
  package var data: Data

  package init(name: String, data: Data) {
    self.name = name
    self.data = data
  }
}

/// Reads files of any kind but plain text: either in this process or in a separate one.
package protocol DocumentReading: Sendable {
  /// Throws a `Problem` if the file can't be read.
  func content(of data: Data, kind: FileKind, limits: ReadingLimits) throws -> DocumentContent
}

/// Reads within the calling process.
package struct DirectReading: DocumentReading {
  package init() {}

  package func content(of data: Data, kind: FileKind, limits: ReadingLimits) throws -> DocumentContent {
    switch kind {
    case .zip: .files(try ArchiveReader.files(of: data, limits: limits))
    case .mail: .files(MailReader.files(of: data))
    default: .parts(listed(try parts(of: data, kind: kind, limits: limits)))
    }
  }

  /// With lines that list people as tables; beside a table, only footnotes do.
  private func listed(_ parts: [DocumentPart]) -> [DocumentPart] {
    let parts = parts.map(\.withShownAddresses).map(FootnotedNames.tabled)
    return parts.contains(where: \.isTable) ? parts : parts.map(LineBlocks.tabled)
  }

  private func parts(of data: Data, kind: FileKind, limits: ReadingLimits) throws -> [DocumentPart] {
    switch kind {
    case .pdf: try PDFReader.parts(of: data, limits: limits)
    case .docx: try WordReader.parts(of: try package(data, limits), limits: limits)
    case .openDocument: try openDocument(data, limits: limits)
    case .xlsx: try XLSXReader.parts(of: data, limits: limits)
    case .xls: try Excel97Reader.parts(of: data, limits: limits)
    case .excelXML: try SpreadsheetXMLReader.parts(of: data, limits: limits)
    case .webPage: try WebPageReader.parts(of: data, limits: limits)
    case .richText: try RichTextReader.parts(of: data, limits: limits)
    case .ldif: try LDIFReader.parts(of: SourceText(decoding: data).bytes, limits: limits)
    case .markdown: try MarkdownTable.parts(of: SourceText(decoding: data).bytes, limits: limits)
    default: throw Problem("import.problem.unknown")
    }
  }

  private func openDocument(_ data: Data, limits: ReadingLimits) throws -> [DocumentPart] {
    guard FileSignature(data.prefix(16)) == .zip else {
      return try OpenDocumentReader.parts(ofFlat: data, limits: limits)
    }
    return try OpenDocumentReader.parts(of: try package(data, limits), limits: limits)
  }

  /// A packed document. One that is cut off is no damaged workbook.
  private func package(_ data: Data, _ limits: ReadingLimits) throws -> ZipFile {
    do {
      return try ZipFile(data, limits: limits)
    } catch let problem as Problem where problem.key == "import.problem.brokenWorkbook" {
      throw Problem("import.problem.brokenDocument", ["part": "ZIP"])
    }
  }
}

extension DocumentPart {
  fileprivate var isTable: Bool { if case .table = self { true } else { false } }
}
