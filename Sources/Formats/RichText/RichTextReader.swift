import Foundation

/// Reads RTF (Microsoft's specification 1.9.1): text and tables, without any formatting.
enum RichTextReader {
  static func parts(of data: Data, limits: ReadingLimits) throws -> [DocumentPart] {
    var reader = RichTextScanner([UInt8](data))
    var handler = RichTextHandler(limits: limits)
    while let token = reader.next() { try handler.take(token) }
    return try handler.parts()
  }
}

/// Splits RTF into its tokens.
struct RichTextScanner {
  enum Token: Equatable {
    case open, close
    /// `\par`, `\u8211`: a word and its number.
    case word(String, Int?)
    /// `\*`, `\~`.
    case symbol(UInt8)
    /// `\'e4`.
    case byte(UInt8)
    case text(ArraySlice<UInt8>)
    case binary
  }

  private static let marks: [UInt8] = [.backslash, UInt8(ascii: "{"), UInt8(ascii: "}")]
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Token? {
    while position < bytes.count, bytes[position].isLineEnd || bytes[position] == 0 { position += 1 }
    guard position < bytes.count else { return nil }
    switch bytes[position] {
    case UInt8(ascii: "{"):
      position += 1
      return .open
    case UInt8(ascii: "}"):
      position += 1
      return .close
    case .backslash:
      position += 1
      return control()
    default:
      let end = bytes[position...].firstIndex { $0.isLineEnd || $0 == 0 || Self.marks.contains($0) }
      defer { position = end ?? bytes.count }
      return .text(bytes[position..<(end ?? bytes.count)])
    }
  }

  private mutating func control() -> Token? {
    guard position < bytes.count else { return nil }
    guard bytes[position].isASCIILetter else {
      let symbol = bytes[position]
      position += 1
      guard symbol == UInt8(ascii: "'") else { return .symbol(symbol) }
      let digits = bytes[position...].prefix(2).compactMap(\.hexValue)
      position += digits.count
      return digits.count == 2 ? .byte(digits[0] << 4 | digits[1]) : .symbol(symbol)
    }
    let word = bytes[position...].prefix(32).prefix(while: \.isASCIILetter)
    position = word.endIndex
    let number = takeNumber()
    if position < bytes.count, bytes[position] == .space { position += 1 }
    let name = String(decoding: word, as: UTF8.self)
    guard name == "bin" else { return .word(name, number) }
    position += min(max(number ?? 0, 0), bytes.count - position)
    return .binary
  }

  private mutating func takeNumber() -> Int? {
    let sign = position < bytes.count && bytes[position] == UInt8(ascii: "-") ? 1 : 0
    let digits = bytes[(position + sign)...].prefix(10).prefix(while: \.isASCIIDigit)
    guard !digits.isEmpty else { return nil }
    let text = String(decoding: bytes[position..<digits.endIndex], as: UTF8.self)
    position = digits.endIndex
    return Int(text)
  }
}
