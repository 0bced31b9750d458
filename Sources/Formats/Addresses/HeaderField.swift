/// A line of a mail's header as mail programs show it, in English or German.
struct HeaderField {
  let holdsAddresses: Bool
  let body: Substring

  /// Nil if the line doesn't begin with a known field.
  init?(of line: String) {
    guard let colon = line.firstIndex(of: ":"), line[..<colon].utf8.count <= 20 else { return nil }
    let name = line[..<colon].tidyLowercased
    if Self.addressFields.contains(name) {
      holdsAddresses = true
    } else if Self.otherFields.contains(name) {
      holdsAddresses = false
    } else {
      return nil
    }
    body = line[line.index(after: colon)...]
  }

  private static let addressFields: Set<String> = [
    "to", "cc", "bcc", "from", "reply-to", "sender", "an", "von", "kopie", "blindkopie", "empfänger", "teilnehmer",
  ]
  private static let otherFields: Set<String> = [
    "subject", "betreff", "date", "datum", "gesendet", "sent", "message-id", "mime-version", "content-type", "received",
    "in-reply-to", "references", "return-path", "thema", "anlagen", "attachments",
  ]
}

extension Substring {
  fileprivate var tidyLowercased: String { String(self).tidied.lowercased() }
}
