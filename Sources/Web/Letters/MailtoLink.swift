import Foundation

/// A link that opens the host's own mail program with everything filled in (RFC 6068).
struct MailtoLink {
  let recipient: String
  let subject: String
  let text: String

  /// Line breaks are CRLF (§5); everything but unreserved characters is percent-encoded, the `@` of the address aside.
  var url: String {
    let lines = text.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n")
    let address = recipient.split(separator: "@", omittingEmptySubsequences: false).map { Path.encoded(String($0)) }
    return "mailto:\(address.joined(separator: "@"))?subject=\(Path.encoded(subject))&body=\(Path.encoded(lines))"
  }
}
