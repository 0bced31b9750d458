/// The way in which plain text lists its people.
enum TextShape: Equatable {
  /// Rows of cells with a delimiter.
  case table
  /// Columns separated by runs of spaces, as in text copied from a PDF.
  case columns
  /// The `To:` line of a mail, or addresses separated by commas, semicolons or line ends.
  case addresses
  /// One person a line, perhaps numbered, among other lines.
  case lines
  /// Several lines a person, with blank ones in between.
  case blocks
  /// The ends of mails.
  case signatures

  init(of bytes: [UInt8]) {
    let lines = Self.lines(of: bytes)
    if AddressListReader.begins(bytes) {
      self = .addresses
    } else if Self.hasHeader(bytes) {
      self = .table
    } else if FootnotedNames.hold(lines) {
      self = .blocks
    } else if Self.areTabbed(lines) {
      self = .table
    } else if SpacedColumns(lines) != nil {
      self = .columns
    } else if Signatures.rows(of: LineBlocks.part(lines)) != nil {
      self = .signatures
    } else if PersonLine.areItems(lines) || PersonLine.areAddressed(lines) && !Self.isEven(bytes) {
      self = .lines
    } else if LineBlocks.hold(lines) {
      self = .blocks
    } else if LineStyle(of: lines).isWritten {
      self = .lines
    } else {
      self = AddressListReader.recognises(bytes) ? .addresses : .table
    }
  }

  /// True if the rows have the same number of cells, at least three.
  private static func isEven(_ bytes: [UInt8]) -> Bool {
    let rows = CSVDialect.sample(Array(bytes.prefix(64 << 10)), delimiter: CSVDialect.delimiter(of: bytes))
    let widths = Dictionary(grouping: rows, by: \.count).mapValues(\.count)
    guard let common = widths.max(by: { $0.value < $1.value }), common.key >= 3 else { return false }
    return common.value * 10 >= rows.count * 9
  }

  /// Tabs between words are cells, as many in most lines.
  private static func areTabbed(_ lines: [String]) -> Bool {
    let filled = lines.filter { !$0.allSatisfy(\.isWhitespace) }
    let counts = filled.map { line in
      line.split(separator: "\t").count { (cell: Substring) in !String(cell).tidied.isEmpty }
    }
    let widths = Dictionary(grouping: counts.filter { $0 > 1 }) { $0 }.mapValues(\.count)
    guard let common = widths.max(by: { $0.value < $1.value }), common.value > 1 else { return false }
    let isNumbered = filled.count { $0.firstMatch(of: /^\s*\S{1,4}\t/) != nil } * 2 > filled.count
    return common.value * 5 >= filled.count * 3 && !(isNumbered && common.key == 2)
  }

  private static func hasHeader(_ bytes: [UInt8]) -> Bool {
    let delimiter = CSVDialect.delimiter(of: bytes)
    guard delimiter != CSVDialect.singleColumn else { return false }
    return HeaderRow.index(in: CSVDialect.sample(Array(bytes.prefix(64 << 10)), delimiter: delimiter)) != nil
  }

  /// The first lines; all of them are looked at.
  static func lines(of bytes: [UInt8]) -> [String] {
    var scanner = LineScanner(Array(bytes.prefix(64 << 10)))
    var lines: [String] = []
    while lines.count < 200, let line = scanner.next() {
      lines.append(String(decoding: bytes[line.range], as: UTF8.self))
    }
    return lines
  }
}
