/// The byte order of UTF-16 text.
enum UTF16Order {
  case littleEndian, bigEndian

  /// Found by the byte order mark or, without one, by the position of the zero bytes: text in a Latin script has one in
  /// every pair.
  static func of(_ bytes: [UInt8]) -> UTF16Order? {
    if bytes.starts(with: [0xFF, 0xFE]) { return .littleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .bigEndian }
    let pairs = min(bytes.count / 2, 2048)
    guard pairs >= 4 else { return nil }
    var zeros = (even: 0, odd: 0)
    for pair in 0..<pairs {
      if bytes[2 * pair] == 0 { zeros.even += 1 }
      if bytes[2 * pair + 1] == 0 { zeros.odd += 1 }
    }
    if zeros.odd * 2 > pairs, zeros.even * 20 < pairs { return .littleEndian }
    if zeros.even * 2 > pairs, zeros.odd * 20 < pairs { return .bigEndian }
    return nil
  }

  /// UTF-8 of the text, without byte order mark and NUL. Lone surrogates become U+FFFD; an odd last byte is dropped.
  func decode(_ bytes: [UInt8]) -> [UInt8] {
    var units = [UInt16](unsafeUninitializedCapacity: bytes.count / 2) { buffer, count in
      for index in 0..<(bytes.count / 2) {
        let first = UInt16(bytes[2 * index])
        let second = UInt16(bytes[2 * index + 1])
        buffer[index] = self == .littleEndian ? second << 8 | first : first << 8 | second
      }
      count = bytes.count / 2
    }
    units.removeAll { $0 == 0xFEFF || $0 == 0 }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
