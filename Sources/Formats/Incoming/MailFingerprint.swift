import Foundation

/// The facts that a mail's header and body alone reveal, before anybody parses it.
package struct MailFingerprint {
  /// The same for a mail that a server delivers again with different trace lines in front.
  package let bytes: [UInt8]
  /// Every address at which the mail says it arrived.
  package let recipients: [String]

  package init(_ data: Data) {
    let all = [UInt8](data)
    let start = Self.bodyStart(all)
    let headers = HeaderBlock(all[..<min(start, 1 << 20)]).headers
    recipients = headers.recipients
    let identity = ["message-id", "from", "date", "subject"].map { headers[$0] ?? "" }.joined(separator: "\n")
    bytes = Array(identity.utf8) + [0] + all[start...].filter { $0 != 0x0D }
  }

  /// The position after the first empty line.
  private static func bodyStart(_ bytes: [UInt8]) -> Int {
    var lineStart = 0
    while lineStart < bytes.count {
      let end = bytes[lineStart...].firstIndex(of: 0x0A) ?? bytes.count
      if lineStart > 0, end == lineStart || end == lineStart + 1 && bytes[lineStart] == 0x0D {
        return min(bytes.count, end + 1)
      }
      lineStart = end + 1
    }
    return bytes.count
  }
}
