import Foundation

/// Writes a table as RFC 4180 text: CRLF, UTF-8 with a byte order mark, without which Excel garbles umlauts. A cell
/// that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, "CSV Injection").
package struct CSVWriter {
  package private(set) var data = Data([0xEF, 0xBB, 0xBF])
  private let delimiter: Character

  /// German Excel opens `;` files on a double click; most other programs want a comma.
  package init(delimiter: Character = ",") {
    self.delimiter = delimiter
  }

  package mutating func append(_ cells: [String]) {
    let line = cells.map(written).joined(separator: String(delimiter)) + "\r\n"
    data.append(contentsOf: line.utf8)
  }

  private func written(_ cell: String) -> String {
    let safe = Self.isFormula(cell) ? "'" + cell : cell
    let needsQuotes = safe.unicodeScalars.contains {
      $0 == "\"" || $0 == "\r" || $0 == "\n" || $0 == delimiter.unicodeScalars.first
    }
    let isPadded = safe.first?.isWhitespace == true || safe.last?.isWhitespace == true
    guard needsQuotes || isPadded else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }

  private static func isFormula(_ cell: String) -> Bool {
    guard let first = cell.unicodeScalars.first else { return false }
    return "=+-@\t\r".unicodeScalars.contains(first)
  }
}
