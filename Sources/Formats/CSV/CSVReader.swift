/// Reads rows of cells (RFC 4180) from UTF-8 bytes one by one, and forgives what spreadsheets and people do: any kind
/// of line end, spaces around quotes, quotes within cells. A row that can't be read has a `problem`, and reading
/// continues on the line after its first, so that an unclosed quote swallows nothing.
package struct CSVReader {
  private let bytes: [UInt8]
  private let delimiter: UInt8
  private let limits: ReadingLimits
  /// The number of bytes read so far.
  package private(set) var position = 0
  private var line = 1

  package init(_ bytes: [UInt8], delimiter: UInt8, limits: ReadingLimits = .standard) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.limits = limits
    skipSeparatorLine()
  }

  /// Reads the next non-blank row into `row`; false at the end.
  package mutating func next(into row: inout CSVRow) -> Bool {
    skipBlankLines()
    guard position < bytes.count else { return false }
    let start = position
    row.line = line
    row.problem = nil
    row.cells.removeAll(keepingCapacity: true)
    do throws(Problem) {
      while try readCell(into: &row) {}
    } catch {
      readRaw(from: start, into: &row, because: error)
    }
    return true
  }

  package func text(_ cell: Int, of row: CSVRow) -> String {
    guard cell < row.cells.count else { return "" }
    let range = row.cells[cell].range
    guard !range.isEmpty else { return "" }
    let text = bytes.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self)
    }
    let plain = row.cells[cell].hasDoubledQuotes ? text.replacing("\"\"", with: "\"") : text
    switch bytes[range.lowerBound] {
    case UInt8(ascii: "'"): return Self.undefused(plain)
    case UInt8(ascii: "="): return Self.unquoted(plain)
    default: return plain
    }
  }

  /// True if the byte occurs anywhere in the row.
  func holds(_ byte: UInt8, in row: CSVRow) -> Bool {
    guard let first = row.cells.first, let last = row.cells.last else { return false }
    return bytes[first.range.lowerBound..<max(first.range.lowerBound, last.range.upperBound)].contains(byte)
  }

  /// Removes the marks that programs, ours included, add so that no spreadsheet runs a cell as a formula: an apostrophe
  /// in front, and in Python's defusedcsv a backslash before each bar.
  private static func undefused(_ text: String) -> String {
    let bare = text.dropFirst()
    guard let first = bare.unicodeScalars.first, "=+-@|%\t\r".unicodeScalars.contains(first) else { return text }
    return bare.replacing("\\|", with: "|").description
  }

  /// The text of `="anna@example.org"`, as programs write what Excel is to leave as it is.
  private static func unquoted(_ formula: String) -> String {
    guard formula.hasPrefix("=\""), formula.hasSuffix("\""), formula.utf8.count > 3 else { return formula }
    return String(formula.dropFirst(2).dropLast()).replacing("\"\"", with: "\"")
  }

  package func texts(of row: CSVRow) -> [String] {
    row.cells.indices.map { text($0, of: row) }
  }

  /// Excel's own first line, `sep=;`, which names the delimiter and is not a row.
  private mutating func skipSeparatorLine() {
    guard CSVDialect.separatorLine(of: bytes) != nil else { return }
    while position < bytes.count, !bytes[position].isLineEnd { position += 1 }
  }

  private mutating func skipBlankLines() {
    var probe = position
    while probe < bytes.count {
      if bytes[probe].isLineEnd {
        position = probe
        endLine()
        probe = position
      } else if bytes[probe].isBlank {
        probe += 1
      } else {
        return
      }
    }
    position = probe
  }

  /// Reads one cell and the character that ends it; false if that also ends the row.
  private mutating func readCell(into row: inout CSVRow) throws(Problem) -> Bool {
    guard row.cells.count < limits.columns else { throw Problem("import.problem.tooManyColumns") }
    var probe = position
    while probe < bytes.count, bytes[probe] == .space { probe += 1 }
    if probe < bytes.count, bytes[probe] == .quote {
      try row.cells.append(readQuotedCell(openedAt: probe))
    } else {
      row.cells.append(readPlainCell())
    }
    guard row.cells[row.cells.count - 1].range.count <= limits.cellBytes else { throw .cellTooLong }
    guard position < bytes.count else { return false }
    if bytes[position] == delimiter {
      position += 1
      return true
    }
    endLine()
    return false
  }

  private mutating func readPlainCell() -> CSVRow.Cell {
    let start = position
    while position < bytes.count, !ends(at: position) { position += 1 }
    return CSVRow.Cell(range: start..<position)
  }

  /// A quote that is neither doubled nor before a delimiter belongs to the text (`"Anna "Anni" Adler"`), but only on
  /// the cell's first line and not directly after a delimiter: there it opens the next cell, and this one was never
  /// closed.
  private mutating func readQuotedCell(openedAt opening: Int) throws(Problem) -> CSVRow.Cell {
    let start = position
    var cell = CSVRow.Cell(range: opening + 1..<opening + 1)
    var probe = opening + 1
    var lines = 0
    var isInside = true
    while probe < bytes.count {
      let byte = bytes[probe]
      if byte == .quote, isInside, probe + 1 < bytes.count, bytes[probe + 1] == .quote {
        cell.hasDoubledQuotes = true
        probe += 2
        continue
      }
      if byte == .quote, let next = end(afterQuoteAt: probe) {
        cell.range = opening + 1..<probe
        position = next
        line += lines
        return cell
      }
      if byte == .quote {
        guard lines == 0, bytes[probe - 1] != delimiter else { throw .openQuote }
        isInside.toggle()
      } else if !isInside, ends(at: probe) {
        position = probe
        return CSVRow.Cell(range: start..<probe)
      } else if byte == .lineFeed || (byte == .carriageReturn && !isLineFeed(at: probe + 1)) {
        lines += 1
      }
      guard probe - opening <= limits.cellBytes else { throw .cellTooLong }
      probe += 1
    }
    guard !isInside else { throw .openQuote }
    position = probe
    return CSVRow.Cell(range: start..<probe)
  }

  /// The end of the cell if this quote closes it: a delimiter or line end with at most spaces before it.
  private func end(afterQuoteAt quote: Int) -> Int? {
    var probe = quote + 1
    while probe < bytes.count, bytes[probe] == .space { probe += 1 }
    return probe == bytes.count || ends(at: probe) ? probe : nil
  }

  private func ends(at index: Int) -> Bool {
    bytes[index] == delimiter || bytes[index].isLineEnd
  }

  private func isLineFeed(at index: Int) -> Bool {
    index < bytes.count && bytes[index] == .lineFeed
  }

  private mutating func endLine() {
    position += bytes[position] == .carriageReturn && isLineFeed(at: position + 1) ? 2 : 1
    line += 1
  }

  /// The row's first line, cut at each delimiter, for the list of rows that were not understood.
  private mutating func readRaw(from start: Int, into row: inout CSVRow, because problem: Problem) {
    row.problem = problem
    row.cells.removeAll(keepingCapacity: true)
    line = row.line
    position = start
    var cellStart = start
    while position < bytes.count, !bytes[position].isLineEnd {
      if bytes[position] == delimiter, row.cells.count < limits.columns {
        row.cells.append(CSVRow.Cell(range: cellStart..<min(position, cellStart + limits.cellBytes)))
        cellStart = position + 1
      }
      position += 1
    }
    row.cells.append(CSVRow.Cell(range: cellStart..<min(position, cellStart + limits.cellBytes)))
    if position < bytes.count { endLine() }
  }
}

extension Problem {
  fileprivate static let openQuote = Problem("import.problem.openQuote")
  fileprivate static let cellTooLong = Problem("import.problem.cellTooLong")
}
