/// A finished mail and where it goes: one recipient, so that nobody's address reaches another.
package struct Envelope: Sendable, Equatable {
  /// The address to which failures are returned.
  package let from: String
  package let recipient: String
  /// As the mail's own header says. The same id is the same mail.
  package let messageID: String
  /// The mail with its headers, lines ended by CRLF.
  package let bytes: [UInt8]

  package init(from: String, recipient: String, messageID: String, bytes: [UInt8]) {
    self.from = from
    self.recipient = recipient
    self.messageID = messageID
    self.bytes = bytes
  }

  /// Throws if an address could be read as more than an address in a command of SMTP, or is not ASCII: domains with umlauts
  /// are converted before, where the mail's headers are written as well.
  func check() throws(MailFailure) {
    for address in [from, recipient] where !Self.isPlain(address) {
      throw MailFailure(.badAddress, reply: address)
    }
  }

  private static func isPlain(_ address: String) -> Bool {
    address.utf8.count <= 254 && address.split(separator: "@", omittingEmptySubsequences: false).count == 2
      && !address.hasPrefix("@") && !address.hasSuffix("@")
      && address.unicodeScalars.allSatisfy {
        $0.value > 0x20 && $0.isASCII && $0.properties.generalCategory != .control
          && !"<>,;:\\\"()[]".unicodeScalars.contains($0)
      }
  }
}
