import Foundation

/// The facts common to all sheets of an old workbook: texts, formats, the way days are counted.
struct BIFFGlobals {
  struct Sheet {
    let offset: Int
  }

  private(set) var sheets: [Sheet] = []
  private(set) var strings: [String] = []
  private(set) var dates = DateSystem.from1900
  private(set) var isUnicode = true
  private var charset = String.Encoding.windowsCP1252
  private var custom: [Int: NumberFormat] = [:]
  private var formats: [Int] = []

  init(_ stream: Data, limits: ReadingLimits) throws {
    let budget = TextBudget(limits: limits)
    var records = BIFFRecords(stream, from: 0)
    while let record = records.next(), record.kind != 0x0A {
      try budget.spend(record.data.count)
      try take(record, budget)
    }
  }

  func format(_ style: Int) -> NumberFormat {
    guard formats.indices.contains(style) else { return .plain }
    return custom[formats[style]] ?? NumberFormat.builtIn(formats[style])
  }

  /// A string of one record, preceded by its length.
  func text(_ data: Data, at offset: Int) -> String {
    if isUnicode {
      var strings = BIFFStrings([data], offset: offset)
      return strings.next() ?? ""
    }
    let length = Int(data.word(at: offset) ?? 0)
    let bytes = data.dropFirst(offset + 2).prefix(length)
    return String(data: bytes, encoding: charset) ?? ""
  }

  private mutating func take(_ record: BIFFRecord, _ budget: TextBudget) throws {
    let data = record.data
    switch record.kind {
    case 0x0809: isUnicode = (data.word(at: 0) ?? 0) >= 0x0600
    case 0x2F: throw Problem("import.problem.encrypted")
    case 0x42: charset = RichTextCharset.encoding(page: Int(data.word(at: 0) ?? 1252))
    case 0x22: dates = data.word(at: 0) == 1 ? .from1904 : .from1900
    case 0x85: addSheet(data)
    case 0xFC: try addStrings(record, budget)
    case 0x041E: addFormat(data)
    case 0xE0: formats.append(Int(data.word(at: 2) ?? 0))
    default: break
    }
  }

  /// Only visible worksheets; the others are charts, macros and hidden sheets.
  private mutating func addSheet(_ data: Data) {
    guard let offset = data.double(at: 0), data.count > 6, data[4] & 3 == 0, data[5] == 0, sheets.count < 256 else {
      return
    }
    sheets.append(Sheet(offset: Int(offset)))
  }

  private mutating func addStrings(_ record: BIFFRecord, _ budget: TextBudget) throws {
    var reader = BIFFStrings(record.pieces, offset: 8)
    let count = Int(record.data.double(at: 4) ?? 0)
    while strings.count < count, let text = reader.next() {
      try budget.spend(text.utf8.count)
      strings.append(text)
    }
  }

  private mutating func addFormat(_ data: Data) {
    guard let id = data.word(at: 0) else { return }
    let code = isUnicode ? text(data, at: 2) : String(decoding: data.dropFirst(3), as: UTF8.self)
    custom[Int(id)] = NumberFormat(code: code)
  }
}
