import Foundation

/// Takes apart a saved mail (RFC 5322, MIME): attached files, the text, its recipients.
enum MailReader {
  /// True if the text begins with the full header of a mail as sent. A copied `To:` line is not enough.
  static func recognises(_ bytes: [UInt8]) -> Bool {
    var scanner = LineScanner(bytes)
    var names: Set<String> = []
    while let line = scanner.next(), line.number < 300, line.range.lowerBound < 256 << 10 {
      let text = bytes[line.range]
      if text.isEmpty, names.isEmpty { continue }
      if text.first?.isBlank == true, !names.isEmpty { continue }
      if line.number == 1, text.starts(with: "From ".utf8) { continue }
      guard let colon = text.prefix(80).firstIndex(of: .colon), text[..<colon].allSatisfy(isNameByte) else { break }
      names.insert(String(decoding: text[..<colon], as: UTF8.self).lowercased())
    }
    let technical = ["content-type", "mime-version", "received", "message-id", "return-path", "x-mozilla-status"]
    return !names.isDisjoint(with: technical) && !names.isDisjoint(with: ["from", "to", "subject", "date"])
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  static func files(of data: Data) -> [InnerFile] {
    guard let mail = ParsedMail(data) else { return [] }
    return MailLists(mail).files
  }
}
