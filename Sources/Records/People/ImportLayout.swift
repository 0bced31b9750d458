import Core
import Formats

/// The layout of a table as far as the preview shows it. A text that is no table has no columns.
package struct ImportLayout: Sendable, Equatable, Codable {
  package var header: [String]
  package var hasHeader: Bool
  package var columns: [ColumnRole]
  package var sample: [[String]]
  package var delimiter: String?
  /// Nil in rows stored before there was one.
  package var outline: ImportOutline?

  package init(_ layout: TableLayout, charsets: [CharsetReading] = []) {
    header = layout.header.map { $0.cut(to: 100) }
    hasHeader = layout.hasHeader
    columns = layout.columns
    sample = layout.sample.map { $0.map { $0.cut(to: 100) } }
    delimiter = layout.delimiter
    outline = ImportOutline(layout, charsets: charsets)
  }

  /// Nil if there is nothing a host could correct.
  package init?(_ summary: ReadingSummary) {
    guard summary.layout != nil || !summary.charsets.isEmpty else { return nil }
    self.init(summary.layout ?? TableLayout(), charsets: summary.charsets)
  }

  /// Removes every row that is about somebody.
  mutating func removeRows(where holds: ([String]) -> Bool) {
    sample.removeAll(where: holds)
    if holds(header) { header = header.map { _ in "" } }
    outline?.removeRows(where: holds)
  }
}

/// The things about a table, beside its columns, that a host may correct.
package struct ImportOutline: Sendable, Equatable, Codable {
  /// A row that may be the header, or is one.
  package struct Row: Sendable, Equatable, Codable {
    package var line: Int
    package var cells: [String]
    /// As `HostHeaders` makes it; empty for a row without text.
    package var hash: String
    /// For a section, true if it is read.
    package var isRead = true

    init(_ line: Int, _ cells: [String], isRead: Bool = true) {
      self.line = line
      self.cells = cells.prefix(12).map { $0.cut(to: 60) }
      self.isRead = isRead
      hash = HostHeaders.hash(of: cells) ?? ""
    }
  }

  /// One reading of the text.
  package struct Charset: Sendable, Equatable, Codable {
    package var name: String
    package var lines: [String]
  }

  package var headerLine: Int?
  package var headerHash: String
  /// True if the host corrected this header before.
  package var isKnown: Bool
  package var top: [Row]
  package var sections: [Row]
  package var charsets: [Charset]

  init(_ layout: TableLayout, charsets: [CharsetReading]) {
    headerLine = layout.headerLine
    headerHash = HostHeaders.hash(of: layout.header) ?? ""
    isKnown = layout.isKnown
    top = layout.outline.top.map { Row($0.line, $0.cells) }
    sections = layout.outline.sections.map { Row($0.line, $0.header, isRead: $0.isRead) }
    self.charsets = charsets.map { Charset(name: $0.charset, lines: $0.lines) }
  }

  fileprivate mutating func removeRows(where holds: ([String]) -> Bool) {
    top.removeAll { holds($0.cells) }
    sections.removeAll { holds($0.cells) }
    // In a wrong encoding a name can't be recognised, but all readings show the same lines.
    guard charsets.contains(where: { $0.lines.contains { holds([$0]) } }) else { return }
    for index in charsets.indices { charsets[index].lines = [] }
  }
}

/// The host's corrections to one table. Those about its header are kept by `HeaderStore`.
package struct ColumnCorrection: Sendable, Equatable, Codable {
  /// Nil to follow the header.
  package var columns: [ColumnRole]?
  package var hasHeader: Bool?
  /// Name of the encoding.
  package var charset: String?

  package init(columns: [ColumnRole]? = nil, hasHeader: Bool? = nil, charset: String? = nil) {
    self.columns = columns
    self.hasHeader = hasHeader
    self.charset = charset
  }
}
