import Foundation
import Records

/// A link that opens the host's own mail program with everything filled in (RFC 6068).
package struct MailtoLink {
  package let recipient: String
  package let subject: String
  package let text: String

  package init(recipient: String, subject: String, text: String) {
    self.recipient = recipient
    self.subject = subject
    self.text = text
  }

  /// Line breaks are CRLF (§5); everything but unreserved characters is percent-encoded, the `@` of the address aside.
  package var url: String {
    let lines = text.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n")
    let address = recipient.split(separator: "@", omittingEmptySubsequences: false).map { Path.encoded(String($0)) }
    return "mailto:\(address.joined(separator: "@"))?subject=\(Path.encoded(subject))&body=\(Path.encoded(lines))"
  }
}
