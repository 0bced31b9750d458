/// What a document holds, as far as it may be a list of people. Whatever a file is written in (a PDF, a word processor's
/// document, a web page, the body of a mail), its reader makes parts of it in their order, and `DocumentPeople` makes
/// people of the parts.
package enum DocumentPart: Sendable, Equatable {
  /// Rows as they stand, the header among them; sheets and tables of one document are parts of their own.
  case table([DocumentRow])
  /// Text outside tables, a line each, blank ones too: paragraphs, items of lists with their numbers, columns that are set
  /// apart by runs of spaces.
  case lines([DocumentLine])
}

/// A row of a document's table.
package struct DocumentRow: Sendable, Equatable {
  /// Where people find it, counted from 1: the row of a sheet, the line of a text; else the place in the document.
  package var line: Int
  /// As text. A cell that links to an address holds both: `Anna Adler <anna@example.org>`.
  package var cells: [String]

  package init(line: Int, cells: [String]) {
    self.line = line
    self.cells = cells
  }
}

/// A line of a document's text.
package struct DocumentLine: Sendable, Equatable {
  /// Counted from 1.
  package var line: Int
  package var text: String

  package init(line: Int, text: String) {
    self.line = line
    self.text = text
  }
}
