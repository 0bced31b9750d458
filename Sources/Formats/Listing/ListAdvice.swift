/// A host's instructions for reading a list, or lists of the same layout. Anything nil is guessed.
package struct ListAdvice: Sendable {
  /// The columns of a table.
  package var columns: [ColumnRole]?
  package var hasHeader: Bool?
  /// Earlier instructions about headers.
  package var headers: (any KnownHeaders)?
  /// The registered name of a text's encoding.
  package var charset: String?

  package init(
    columns: [ColumnRole]? = nil, hasHeader: Bool? = nil, headers: (any KnownHeaders)? = nil, charset: String? = nil
  ) {
    self.columns = columns
    self.hasHeader = hasHeader
    self.headers = headers
    self.charset = charset
  }

  func header(_ row: TableSection.Row?) -> HeaderAdvice? { row.flatMap { headers?.advice(for: $0.cells.tidy) } }
}

/// Remembers headers that somebody has corrected.
package protocol KnownHeaders: Sendable {
  /// Nil for a header nobody has corrected.
  func advice(for header: [String]) -> HeaderAdvice?
}

/// The instructions for the section under a header.
package struct HeaderAdvice: Sendable, Equatable, Codable {
  package var columns: [ColumnRole]?
  /// True if its rows are read beside other sections.
  package var isRead: Bool?
  /// True if the list begins with it, whatever looks like a header above.
  package var beginsList: Bool?

  package init(columns: [ColumnRole]? = nil, isRead: Bool? = nil, beginsList: Bool? = nil) {
    self.columns = columns
    self.isRead = isRead
    self.beginsList = beginsList
  }
}
