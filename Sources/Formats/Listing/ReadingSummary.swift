/// The result of reading.
package struct ReadingSummary: Sendable, Equatable {
  package let kind: FileKind
  /// For tables of text and sheets: the layout that was found.
  package internal(set) var layout: TableLayout?
  /// If a text's encoding is in doubt: the possible readings, with the one used first.
  package internal(set) var charsets: [CharsetReading] = []
  /// Events reported: people before any merging, and rejected rows.
  package internal(set) var people = 0
  package internal(set) var rejected = 0

  init(kind: FileKind) {
    self.kind = kind
  }
}
