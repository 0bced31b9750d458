/// A finished mail and its destination: a single recipient, so that nobody's address reaches anybody else.
package struct Envelope: Sendable, Equatable {
  /// The address to which failures are returned.
  package let from: String
  package let recipient: String
  /// The id in the mail's own header. The same id is the same mail.
  package let messageID: String
  /// The mail with its headers, lines ended by CRLF.
  package let bytes: [UInt8]

  package init(from: String, recipient: String, messageID: String, bytes: [UInt8]) {
    self.from = from
    self.recipient = recipient
    self.messageID = messageID
    self.bytes = bytes
  }

  /// Throws if an address could be read as more than an address in an SMTP command, or is not ASCII: domains with
  /// umlauts are converted earlier, where the mail's headers are written.
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
