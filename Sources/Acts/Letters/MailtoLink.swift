import Core
import Foundation
import Records

/// A link that opens the host's own mail program with everything filled in (RFC 6068).
package struct MailtoLink {
  package let recipient: String
  package let subject: String
  package let text: String
  /// The guest's personal link, which opens the whole letter, for a text that would be cut off.
  package var link = ""

  package init(recipient: String, subject: String, text: String, link: String = "") {
    self.recipient = recipient
    self.subject = subject
    self.text = text
    self.link = link
  }

  /// Bytes of the longest link that all programs accept.
  package static let longest = 2000

  /// Line breaks are CRLF (§5); everything but unreserved characters is percent-encoded, except for the `@` of the
  /// address. A text that is too long ends at a paragraph, followed by the personal link.
  package var url: String {
    let paragraphs = Self.unwrapped(text)
    for count in stride(from: paragraphs.count, through: 1, by: -1) {
      let isWhole = count == paragraphs.count
      let lines = paragraphs.prefix(count) + (isWhole || link.isEmpty ? [] : [link])
      let url = written(lines.joined(separator: "\r\n\r\n"))
      if url.utf8.count <= Self.longest { return url }
    }
    return written(link)
  }

  private func written(_ body: String) -> String {
    let address = recipient.split(separator: "@", omittingEmptySubsequences: false).map { String($0).percentEncoded }
    return "mailto:\(address.joined(separator: "@"))?subject=\(subject.percentEncoded)&body=\(body.percentEncoded)"
  }

  /// Paragraphs without the line ends inside them, except for those that mean something: a short line before another,
  /// as in a signature.
  static func unwrapped(_ text: String) -> [String] {
    text.replacing("\r\n", with: "\n").split(separator: "\n\n").map { paragraph in
      let lines = paragraph.split(separator: "\n")
      return lines.indices.reduce("") { joined, index in
        if index == 0 { return String(lines[0]) }
        return joined + (lines[index - 1].count >= Self.wrapped ? " " : "\r\n") + lines[index]
      }
    }
  }

  /// A line of at least this length was broken because it was full.
  private static let wrapped = 55
}
