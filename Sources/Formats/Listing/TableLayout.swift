/// How a table was understood; what a preview shows, so that people can correct it.
package struct TableLayout: Sendable, Equatable {
  /// The names of the columns as they stand; empty without a header.
  package var header: [String] = []
  /// The line of the header, counted from 1.
  package var headerLine: Int?
  /// What each column holds: as wide as the widest row seen.
  package var columns: [ColumnRole] = []
  /// Title lines above the header. They are no people.
  package var preamble: [[String]] = []
  /// The first rows below the header, at most five.
  package var sample: [[String]] = []
  /// For a table of text: what stands between the cells.
  package var delimiter: String?

  package var hasHeader: Bool { headerLine != nil }

  package init() {}
}

extension TableLayout {
  /// How many rows are looked at before reading starts.
  static let sampleSize = 200

  /// From the first rows that are not blank. `columns` and `hasHeader` override the guess.
  init(rows: [(line: Int, cells: [String])], columns told: [ColumnRole]?, hasHeader: Bool?) {
    let headerIndex = hasHeader == false ? nil : HeaderRow.index(in: rows.map(\.cells)) ?? (hasHeader == true ? 0 : nil)
    let body = rows.dropFirst(headerIndex.map { $0 + 1 } ?? 0).map(\.cells)
    if let headerIndex, headerIndex < rows.count {
      header = rows[headerIndex].cells.map(\.tidied)
      headerLine = rows[headerIndex].line
      preamble = rows[..<headerIndex].map(\.cells)
    }
    let width = max(header.count, body.map(\.count).max() ?? 0, told?.count ?? 0)
    let guess = told ?? ColumnGuess.roles(header: header, rows: body, width: width)
    columns = (0..<width).map { $0 < guess.count ? guess[$0] : .ignore }
    sample = Array(body.prefix(5))
  }
}
