/// Fields of the form `Name: value` with continuation lines, up to an empty line: the header of a returned mail, or one
/// block of a delivery status (RFC 3464 §2.1).
struct HeaderBlock {
  private(set) var headers = MailHeaders()

  init(_ bytes: ArraySlice<UInt8>) {
    var pending: (name: String, value: String)?
    for line in Self.lines(of: bytes) {
      if line.isEmpty {
        if pending == nil { continue }
        break
      }
      if let first = line.first, first.isBlank {
        pending?.value += " " + String(decoding: line, as: UTF8.self).tidied
        continue
      }
      if let field = pending { headers.add(field.name, field.value) }
      pending = Self.field(line)
    }
    if let field = pending { headers.add(field.name, field.value) }
  }

  /// The blocks between empty lines.
  static func blocks(of bytes: [UInt8]) -> [HeaderBlock] {
    var blocks: [HeaderBlock] = []
    var block: [UInt8] = []
    for line in lines(of: bytes[...]) + [[]] {
      if line.allSatisfy(\.isBlank) {
        if !block.isEmpty { blocks.append(HeaderBlock(block[...])) }
        block = []
        if blocks.count >= 100 { break }
      } else {
        block += line + [0x0A]
      }
    }
    return blocks.filter { !$0.headers.fields.isEmpty }
  }

  private static func lines(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { $0.last == 0x0D ? $0.dropLast() : $0 }
  }

  private static func field(_ line: ArraySlice<UInt8>) -> (String, String)? {
    guard let colon = line.prefix(100).firstIndex(of: .colon), colon > line.startIndex else { return nil }
    let name = line[..<colon]
    guard name.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    let value = String(decoding: line[line.index(after: colon)...], as: UTF8.self).tidied
    return (String(decoding: name, as: UTF8.self), EncodedWords.decode(value))
  }
}
