/// What reading came to.
package struct ReadingSummary: Sendable, Equatable {
  package let kind: FileKind
  /// For tables of text and sheets: how their columns were understood.
  package internal(set) var layout: TableLayout?
  /// Where a text's encoding is in doubt: the ways in which it can be read, the one that was taken first.
  package internal(set) var charsets: [CharsetReading] = []
  /// Events reported: people before any merging, and rejected rows.
  package internal(set) var people = 0
  package internal(set) var rejected = 0

  init(kind: FileKind) {
    self.kind = kind
  }
}
