import Foundation

/// A mail that came in answer to one of ours, taken apart: its author, the address it came to, and what it is. Its
/// content is a hint from a stranger; the reader decides whom it concerns, by the address with its token.
package struct IncomingMail: Sendable, Equatable {
  /// The kind of mail, judged in this order: a bounce may contain our calendar entry, and an absence note our words.
  package enum Content: Sendable, Equatable {
    case bounce(Bounce)
    case calendar(CalendarReply)
    case automatic(AutomaticReply)
    /// A person wrote it.
    case words
  }

  /// Nil if the mail names nobody.
  package let sender: Correspondent?
  /// Every address at which the mail says it arrived, each once, in its order: `To`, `Cc`, and the fields servers add.
  package let recipients: [String]
  /// Without angle brackets; may be empty.
  package let messageID: String
  /// The ids of the mails it answers or returns, without angle brackets.
  package let mentioned: [String]
  /// In one line.
  package let subject: String
  /// As the mail states it; nil if that is unreadable.
  package let date: Date?
  package let content: Content
  /// Its words, even beside a calendar entry; for a bounce, the server's words.
  package let text: ReplyText

  /// Nil for bytes that are no mail, or one beyond the limits.
  package init?(_ data: Data, limits: IncomingLimits = .standard) {
    guard let mail = MailParts(data, limits: limits) else { return nil }
    let headers = mail.headers
    sender = mail.sender
    recipients = headers.recipients
    messageID = headers.messageIDs("message-id").first ?? ""
    mentioned = Self.unique(headers.messageIDs("in-reply-to") + headers.messageIDs("references") + mail.returnedIDs)
    subject = String((headers["subject"] ?? "").inOneLine.prefix(limits.subject))
    date = mail.date
    let body = mail.body
    let text = ReplyText(body, limits: limits)
    self.text = text
    content = Self.content(of: mail, body: body, text: text)
  }

  private static func content(of mail: MailParts, body: String, text: ReplyText) -> Content {
    if let bounce = Bounce(mail, body: body) { return .bounce(bounce) }
    let sender = mail.sender?.address ?? ""
    let entry = mail.parts.lazy.filter { $0.depth == 0 && $0.isCalendar }.compactMap {
      CalendarReply($0.bytes, from: sender)
    }.first
    if let entry { return .calendar(entry) }
    if let reply = AutomaticReply(mail, body: body, said: text.said) { return .automatic(reply) }
    return .words
  }

  private static func unique(_ ids: [String]) -> [String] {
    var seen: Set<String> = []
    return Array(ids.prefix(500).filter { seen.insert($0).inserted }.prefix(50))
  }
}
