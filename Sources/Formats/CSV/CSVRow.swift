/// One row of a table of text: the positions of its cells in the source.
package struct CSVRow: Sendable {
  struct Cell {
    var range: Range<Int>
    /// True if doubled quotes stand for single ones.
    var hasDoubledQuotes = false
  }

  /// The line on which the row starts, counted from 1.
  package internal(set) var line = 1
  var cells: [Cell] = []
  /// The reason why the row could not be read; its cells then hold the first line unchanged.
  package internal(set) var problem: Problem?

  package init() {}

  package var count: Int { cells.count }
}
