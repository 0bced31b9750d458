/// The encoding of a text.
enum Charset: Equatable {
  case utf8, windows1252, latin9, macRoman, dos850
  case page(CodePage)

  /// By its registered name. ISO 8859-1 is read as Windows-1252, which contains it (WHATWG Encoding Standard).
  init?(named name: String) {
    switch name.lowercased().filter({ $0.isLetter || $0.isNumber }) {
    case "utf8", "usascii", "ascii": self = .utf8
    case "iso88591", "latin1", "windows1252", "cp1252", "ansi": self = .windows1252
    case "iso885915", "latin9": self = .latin9
    case "macintosh", "macroman", "xmacroman": self = .macRoman
    case "ibm850", "cp850": self = .dos850
    case "iso88592", "latin2": self = .page(.latin2)
    case "windows1250", "cp1250": self = .page(.windows1250)
    case "windows1251", "cp1251": self = .page(.windows1251)
    case "windows1253", "cp1253", "iso88597": self = .page(.windows1253)
    case "windows1254", "cp1254", "iso88599", "latin5": self = .page(.windows1254)
    case "windows1257", "cp1257": self = .page(.windows1257)
    case "koi8r", "koi8u": self = .page(.koi8)
    case "iso88595": self = .page(.latinCyrillic)
    case "ibm852", "cp852": self = .page(.dos852)
    case "ibm866", "cp866": self = .page(.dosCyrillic)
    case "shiftjis", "sjis", "windows31j", "cp932": self = .page(.shiftJIS)
    case "eucjp": self = .page(.eucJapanese)
    case "gb2312", "gbk", "gb18030": self = .page(.gb18030)
    case "big5", "big5hkscs": self = .page(.big5)
    case "euckr", "ksc56011987", "cp949", "uhc": self = .page(.eucKorean)
    default: return nil
    }
  }

  /// The registered name, which `init(named:)` accepts.
  var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .windows1252: "windows-1252"
    case .latin9: "ISO-8859-15"
    case .macRoman: "macintosh"
    case .dos850: "IBM850"
    case .page(let page): page.rawValue
    }
  }

  /// Nil if the bytes are not valid in this encoding.
  func text(of bytes: [UInt8]) -> String? {
    guard case .page(let page) = self else { return decode(bytes) }
    let text = page.decode(bytes).map { String(decoding: $0, as: UTF8.self) }
    // Chinese has none of the Japanese syllables, which have the same codes in both encodings.
    let isJapanese = text?.unicodeScalars.contains { (0x3040...0x30FF).contains($0.value) } ?? false
    return page == .gb18030 && isJapanese ? nil : text
  }

  /// The text; bytes that are invalid although UTF-8 was declared are read as Windows-1252.
  func decode(_ bytes: some Collection<UInt8>) -> String {
    if self == .utf8 {
      return String(validating: bytes, as: UTF8.self) ?? Charset.windows1252.decode(bytes)
    }
    var output: [UInt8] = []
    append(bytes, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Returns UTF-8: lines that were not UTF-8 are decoded.
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
    if case .page(let page) = self {
      return output.append(contentsOf: page.decode(bytes) ?? Array(Charset.windows1252.decode(bytes).utf8))
    }
    let table = upperHalf
    for byte in bytes {
      if byte < 0x80 { output.append(byte) } else { output.append(contentsOf: table[Int(byte) - 0x80]) }
    }
  }

  private var upperHalf: [[UInt8]] {
    switch self {
    case .utf8, .windows1252, .page: CharsetTable.windows1252
    case .latin9: CharsetTable.latin9
    case .macRoman: CharsetTable.macRoman
    case .dos850: CharsetTable.dos850
    }
  }
}
