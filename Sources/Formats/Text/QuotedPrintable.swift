/// RFC 2045 §6.7.
enum QuotedPrintable {
  /// `=E4` is a byte; an equals sign before anything else stays. With `underscoreIsSpace` this is the Q encoding of RFC
  /// 2047.
  static func decode(_ text: some Collection<UInt8>, underscoreIsSpace: Bool = false) -> [UInt8] {
    let bytes = Array(text)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == .equals, index + 2 < bytes.count, let high = bytes[index + 1].hexValue,
        let low = bytes[index + 2].hexValue
      {
        output.append(high << 4 | low)
        index += 3
      } else {
        output.append(underscoreIsSpace && bytes[index] == 0x5F ? .space : bytes[index])
        index += 1
      }
    }
    return output
  }
}
