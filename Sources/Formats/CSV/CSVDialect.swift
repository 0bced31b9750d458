/// Finds the delimiter of a table of text.
enum CSVDialect {
  static let delimiters: [UInt8] = [.tab, .semicolon, .comma, .pipe]
  /// Stands for a single column: NUL never occurs in `SourceText`.
  static let singleColumn: UInt8 = 0

  /// The delimiter in Excel's `sep=;` if there is one; otherwise the one that makes the first rows look most like a
  /// table, with the same number of cells, and cells that are column names or mail addresses. Only text outside quotes
  /// counts.
  static func delimiter(of bytes: [UInt8]) -> UInt8 {
    if let told = separatorLine(of: bytes) { return told }
    let start = Array(bytes.prefix(256 << 10))
    let scores = delimiters.map { score(of: $0, in: start) }
    guard let best = scores.max(), best > 0, let index = scores.firstIndex(of: best) else { return singleColumn }
    return isSingleColumn(start, scoring: best) ? singleColumn : delimiters[index]
  }

  /// The delimiter that a first line `sep=;` names.
  static func separatorLine(of bytes: [UInt8]) -> UInt8? {
    var line = bytes.prefix(8)
    if let end = line.firstIndex(where: \.isLineEnd) { line = line[..<end] } else if bytes.count > 8 { return nil }
    let plain = line.filter { $0 != .quote }
    guard plain.count == 5, String(decoding: plain.prefix(4), as: UTF8.self).lowercased() == "sep=" else { return nil }
    return plain.last
  }

  /// The table in a file whose lines are quoted whole, as happens when a table is saved twice: each row is one cell
  /// that contains a row. Nil for any other file.
  static func unwrapped(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.first(where: { !$0.isBlank && !$0.isLineEnd }) == .quote, delimiter(of: bytes) == singleColumn else {
      return nil
    }
    var reader = CSVReader(bytes, delimiter: singleColumn)
    var row = CSVRow()
    var text: [UInt8] = []
    var line = 1
    while reader.next(into: &row) {
      text.append(contentsOf: repeatElement(.lineFeed, count: max(0, row.line - line)))
      line = max(line, row.line)
      text.append(contentsOf: reader.text(0, of: row).utf8)
    }
    let inner = delimiter(of: text)
    guard inner != singleColumn, HeaderRow.index(in: sample(text, delimiter: inner)) != nil else { return nil }
    return text
  }

  private static func score(of delimiter: UInt8, in bytes: [UInt8]) -> Double {
    let rows = sample(bytes, delimiter: delimiter)
    let widths = Dictionary(grouping: rows.map(\.count), by: \.self).mapValues(\.count)
    let wide = widths.filter { $0.key > 1 }
    guard let common = wide.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return 0 }
    let names = rows.prefix(20).map { row in row.count { HeaderWords.role(of: $0) != nil } }.max() ?? 0
    let addresses = rows.count { row in row.contains { MailAddress($0.tidied) != nil } }
    let share = 1 / Double(rows.count)
    return Double(common.value) * share + Double(names) + 2 * Double(addresses) * share
  }

  /// A single-column heading over names such as `Adler, Anna`.
  private static func isSingleColumn(_ bytes: [UInt8], scoring best: Double) -> Bool {
    let lines = sample(bytes, delimiter: singleColumn).map { $0.first ?? "" }
    guard let heading = lines.first, HeaderWords.isNameOrAddress(heading), lines.count > 1 else { return false }
    return lines.dropFirst().allSatisfy { $0.count { $0 == "," } <= 1 && !$0.contains { ";\t|".contains($0) } }
  }

  static func sample(_ bytes: [UInt8], delimiter: UInt8) -> [[String]] {
    var reader = CSVReader(bytes, delimiter: delimiter)
    var row = CSVRow()
    var rows: [[String]] = []
    while rows.count < 40, reader.next(into: &row) {
      rows.append(reader.texts(of: row))
    }
    return rows
  }
}
