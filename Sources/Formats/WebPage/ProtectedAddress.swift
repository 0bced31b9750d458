/// An address that Cloudflare hid from robots on a page: hexadecimal, where the first byte is the key that the others
/// are XORed with. Browsers show it, so a saved page contains it for its readers too.
enum ProtectedAddress {
  static func decode(_ text: String) -> String? {
    let digits = text.utf8.compactMap(\.hexValue)
    guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2), (4...600).contains(digits.count) else {
      return nil
    }
    let bytes = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    return String(validating: bytes.dropFirst().map { $0 ^ bytes[0] }, as: UTF8.self)
  }
}
