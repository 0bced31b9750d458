/// The content of a document, as far as it may be a list of people. Whatever a file is written in (a PDF, a word
/// processor's document, a web page, the body of a mail), its reader turns it into parts in order, and `DocumentPeople`
/// turns the parts into people.
package enum DocumentPart: Sendable, Equatable {
  /// Rows as they are, header included; sheets and tables of one document are separate parts.
  case table([DocumentRow])
  /// Text outside tables, line by line, blank ones included: paragraphs, list items with their numbers, columns
  /// separated by runs of spaces.
  case lines([DocumentLine])
}

/// A row of a document's table.
package struct DocumentRow: Sendable, Equatable {
  /// The line where people can find it, counted from 1: the row of a sheet or the line of a text, otherwise the place
  /// in the document.
  package var line: Int
  /// As text. A cell that links to an address contains both: `Anna Adler <anna@example.org>`.
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
