import Foundation

/// One mail to one person. The same value always gives the same bytes, so that a retry sends the same mail.
package struct MailMessage: Sendable, Equatable {
  /// A calendar entry sent with the letter, so that the reader's program offers to accept it.
  package struct Calendar: Sendable, Equatable {
    package var text: String
    /// The METHOD inside `text`: `REQUEST`, `CANCEL` or `PUBLISH`. Programs reject a mail in which the two differ.
    package var method: String

    package init(text: String, method: String) {
      self.text = text
      self.method = method
    }
  }

  /// The way to leave a mailing with one click: RFC 2369 and RFC 8058. For mail to a circle, not for a personal letter.
  package struct Unsubscribe: Sendable, Equatable {
    /// Accepts a POST without a login.
    package var url: String
    /// An address to write to instead.
    package var mailto: String?

    package init(url: String, mailto: String? = nil) {
      self.url = url
      self.mailto = mailto
    }
  }

  /// With or without angle brackets.
  package var messageID: String
  package var date: Date
  package var from: Correspondent
  package var replyTo: Correspondent?
  /// A second address for answers, beside the first.
  package var alsoReplyTo: Correspondent?
  package var to: Correspondent
  package var subject: String
  package var text: String
  package var html: String?
  package var calendar: Calendar?
  /// States that no person wrote this mail (RFC 3834), so that absence notes are not sent in answer.
  package var autoSubmitted: Bool
  package var listUnsubscribe: Unsubscribe?
  /// The name of a mailing in the form of a domain (RFC 2919), such as `circle-7.example.org`.
  package var listID: String?
  /// A draft that mail programs open for editing.
  package var unsent: Bool

  package init(
    messageID: String, date: Date, from: Correspondent, replyTo: Correspondent? = nil, to: Correspondent,
    subject: String, text: String,
    html: String? = nil, calendar: Calendar? = nil, autoSubmitted: Bool = false, listUnsubscribe: Unsubscribe? = nil,
    listID: String? = nil, unsent: Bool = false
  ) {
    self.messageID = messageID
    self.date = date
    self.from = from
    self.replyTo = replyTo
    self.to = to
    self.subject = subject
    self.text = text
    self.html = html
    self.calendar = calendar
    self.autoSubmitted = autoSubmitted
    self.listUnsubscribe = listUnsubscribe
    self.listID = listID
    self.unsent = unsent
  }

  /// The mail as sent (RFC 5322, MIME): CRLF, ASCII only, no line over 998 octets.
  /// - Throws: `mail.problem.…` for an address, a message id, a link, a list's name or a method that cannot be put in a
  ///   header.
  package func bytes() throws(Problem) -> [UInt8] {
    try check()
    return MailMessageWriter(message: self).bytes()
  }

  private func check() throws(Problem) {
    for mailbox in [from, to] + [replyTo, alsoReplyTo].compactMap({ $0 }) where !mailbox.hasUsableAddress {
      throw Problem("mail.problem.badAddress", ["value": mailbox.address])
    }
    guard Correspondent(address: bareMessageID).hasUsableAddress, bareMessageID.utf8.allSatisfy({ $0 < 0x80 }) else {
      throw Problem("mail.problem.badMessageID", ["value": messageID])
    }
    if let calendar, !["REQUEST", "CANCEL", "PUBLISH", "REPLY"].contains(calendar.method) {
      throw Problem("mail.problem.badMethod", ["value": calendar.method])
    }
    try checkList()
  }

  private func checkList() throws(Problem) {
    if let link = listUnsubscribe?.url, !link.hasPrefix("https://") || !Self.fitsInBrackets(link) {
      throw Problem("mail.problem.badLink", ["value": link])
    }
    if let address = listUnsubscribe?.mailto,
      !Correspondent(address: address).hasUsableAddress || !Self.fitsInBrackets(address)
    {
      throw Problem("mail.problem.badAddress", ["value": address])
    }
    if let listID, !Correspondent(address: "list@" + listID).hasUsableAddress || !Self.fitsInBrackets(listID) {
      throw Problem("mail.problem.badListID", ["value": listID])
    }
  }

  /// Printable ASCII without the marks that end a link in a list header.
  private static func fitsInBrackets(_ link: String) -> Bool {
    link.utf8.count < 900 && link.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"<>,\"".utf8.contains($0) }
  }

  /// The message id without angle brackets.
  var bareMessageID: String {
    messageID.hasPrefix("<") && messageID.hasSuffix(">") ? String(messageID.dropFirst().dropLast()) : messageID
  }
}
