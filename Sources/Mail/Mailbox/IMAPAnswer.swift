/// Reads a server's answers to the two questions asked in words: untagged lines (RFC 3501 §7.2).
enum IMAPAnswer {
  /// Reads `* STATUS INBOX (UIDNEXT 5 UIDVALIDITY 17)`. Nil if it doesn't give both numbers.
  static func state(_ text: String) -> MailboxState? {
    for line in lines(text, of: "STATUS") {
      guard let open = line.lastIndex(of: "("), let close = line.lastIndex(of: ")"), open < close else { continue }
      let words = line[line.index(after: open)..<close].split(separator: " ")
      var values: [String: UInt32] = [:]
      for index in stride(from: 0, to: words.count - 1, by: 2) {
        values[words[index].uppercased()] = UInt32(words[index + 1])
      }
      if let validity = values["UIDVALIDITY"], let next = values["UIDNEXT"] {
        return MailboxState(validity: validity, next: next)
      }
    }
    return nil
  }

  /// Reads `* SEARCH 2 3`, in order. Servers may answer in several lines.
  static func found(_ text: String) -> [UInt32] {
    Array(Set(lines(text, of: "SEARCH").flatMap { $0.split(separator: " ").compactMap { UInt32($0) } })).sorted()
  }

  /// The text after `* WORD`.
  private static func lines(_ text: String, of word: String) -> [Substring] {
    text.split(whereSeparator: \.isNewline).compactMap { line in
      let start = "* \(word)"
      guard line.uppercased().hasPrefix(start) else { return nil }
      return line.dropFirst(start.count)
    }
  }
}

/// The state of a mailbox: UIDs remain valid as long as its validity is the same (RFC 3501 §2.3.1.1).
package struct MailboxState: Sendable, Hashable {
  package let validity: UInt32
  /// A lower bound for the UID of the next mail to arrive.
  package let next: UInt32

  package init(validity: UInt32, next: UInt32) {
    (self.validity, self.next) = (validity, next)
  }
}
