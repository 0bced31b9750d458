/// One row of a table of text: where its cells stand in the source.
package struct CSVRow: Sendable {
  struct Cell {
    var range: Range<Int>
    /// Whether doubled quotes stand for single ones.
    var hasDoubledQuotes = false
  }

  /// The line on which the row starts, counted from 1.
  package internal(set) var line = 1
  var cells: [Cell] = []
  /// Why the row could not be read; its cells then hold the first line as it stood.
  package internal(set) var problem: Problem?

  package init() {}

  package var count: Int { cells.count }
}
