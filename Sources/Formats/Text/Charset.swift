/// An encoding in which every byte is read on its own, or UTF-8.
enum Charset: Equatable {
  case utf8, windows1252, latin9, macRoman, dos850

  /// By its registered name. ISO 8859-1 is read as Windows-1252, of which it is a part (WHATWG Encoding Standard).
  init?(named name: String) {
    switch name.lowercased().filter({ $0.isLetter || $0.isNumber }) {
    case "utf8", "usascii", "ascii": self = .utf8
    case "iso88591", "latin1", "windows1252", "cp1252", "ansi": self = .windows1252
    case "iso885915", "latin9": self = .latin9
    case "macintosh", "macroman", "xmacroman": self = .macRoman
    case "ibm850", "cp850": self = .dos850
    default: return nil
    }
  }

  /// Which eight-bit encoding the letters speak for. Old Excels write DOS and Macintosh files, in which the umlauts of
  /// small letters are what Windows-1252 has for marks that never stand within a word.
  static func guess(of bytes: [UInt8]) -> Charset {
    var dos = 0
    var mac = 0
    var windows = 0
    for index in bytes.indices.dropFirst().dropLast() where bytes[index] >= 0x80 {
      guard bytes[index - 1].isASCIILetter, bytes[index + 1].isASCIILetter || bytes[index + 1] >= 0x80 else { continue }
      switch bytes[index] {
      case 0x81, 0x82, 0x84, 0x94: dos += 1
      case 0x8A, 0x8E, 0x9F: mac += 1
      case 0xC0...: windows += 1
      default: break
      }
    }
    if dos > windows, dos >= mac { return .dos850 }
    return mac > windows ? .macRoman : .windows1252
  }

  /// The text; bytes that are not valid UTF-8 where UTF-8 was promised are read as Windows-1252.
  func decode(_ bytes: some Collection<UInt8>) -> String {
    if self == .utf8 {
      return String(validating: bytes, as: UTF8.self) ?? Charset.windows1252.decode(bytes)
    }
    var output: [UInt8] = []
    append(bytes, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// UTF-8 in which the lines that were not UTF-8 before are decoded.
  func decodeInvalidLines(of bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 8)
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(where: \.isLineEnd).map { $0 + 1 } ?? bytes.count
      let line = bytes[start..<end]
      if line.contains(where: { $0 >= 0x80 }), String(validating: line, as: UTF8.self) == nil {
        append(line, to: &output)
      } else {
        output.append(contentsOf: line)
      }
      start = end
    }
    return output
  }

  private func append(_ bytes: some Collection<UInt8>, to output: inout [UInt8]) {
    let table = upperHalf
    for byte in bytes {
      if byte < 0x80 { output.append(byte) } else { output.append(contentsOf: table[Int(byte) - 0x80]) }
    }
  }

  private var upperHalf: [[UInt8]] {
    switch self {
    case .utf8, .windows1252: CharsetTable.windows1252
    case .latin9: CharsetTable.latin9
    case .macRoman: CharsetTable.macRoman
    case .dos850: CharsetTable.dos850
    }
  }
}
