import Core
import Formats
import Foundation
import House
import Mail
import Records

extension Services {
  /// The mail as sent, with its links filled in.
  /// - Parameters:
  ///   - guest: nil for mail to a host.
  ///   - isDraft: true for the host's own mail program, with the host's own address as sender.
  package func message(_ mail: OutgoingMail, host: Host, guest: Guest?, isDraft: Bool = false) -> MailMessage {
    let links = guest.map { self.links(for: $0) }
    let replies = guest.flatMap { guest in replyAddress.map { $0.address(of: guest.id) } }
    func filled(_ text: String) -> String {
      let text = text.replacing(ReplyAddress.placeholder, with: replies ?? host.email)
      guard mail.kind == .assistant, let guest else { return links?.fill(text) ?? text }
      let path = Path.assistant(assistantToken(guest.id, address: mail.recipient))
      return text.replacing(
        GuestLinks.assistantPlaceholder, with: settings.publicURL.absoluteString + path.text)
    }
    let sender = self.sender(for: host, isDraft: isDraft, isForHost: mail.kind.isForHost)
    var message = MailMessage(
      messageID: mail.messageID, date: now(), from: sender.from, replyTo: sender.replyTo,
      to: Correspondent(name: mail.recipientName, address: mail.recipient).inASCII, subject: mail.subject,
      text: filled(mail.text), html: mail.html.isEmpty ? nil : filled(mail.html),
      calendar: mail.calendar.isEmpty
        ? nil : MailMessage.Calendar(text: CalendarLines.changing(mail.calendar, filled), method: mail.calendarMethod),
      autoSubmitted: mail.kind.isAutomatic && !isDraft, unsent: isDraft)
    guard let replies, !isDraft, !mail.kind.isForHost else { return message }
    // An answer goes to the host, with the program reading along. Without an address of the host's, only the program is
    // left.
    let own = Correspondent(name: host.name, address: replies)
    if message.replyTo == nil, message.from.address != host.email {
      message.replyTo = own
    } else {
      if message.replyTo == nil { message.replyTo = message.from }
      message.alsoReplyTo = own
    }
    return message
  }

  func envelope(_ mail: OutgoingMail, host: Host, guest: Guest?, isDraft: Bool = false) throws -> Envelope {
    let message = self.message(mail, host: host, guest: guest, isDraft: isDraft)
    let isOurs = !isDraft && !mail.kind.isForHost
    let bounces = isOurs ? guest.flatMap { guest in replyAddress?.address(of: guest.id) } : nil
    return Envelope(
      from: bounces ?? message.from.address, recipient: try InternationalDomain.address(mail.recipient),
      messageID: mail.messageID,
      bytes: try message.bytes())
  }

  /// The addresses in From and Reply-To. Forgers write a From in somebody else's domain, so the host appears there only
  /// if the mail account is theirs.
  private func sender(
    for host: Host, isDraft: Bool, isForHost: Bool
  ) -> (from: Correspondent, replyTo: Correspondent?) {
    let own = Correspondent(name: host.name, address: host.email).inASCII
    let operators = Correspondent(name: isForHost ? "" : host.name, address: settings.mailFrom).inASCII
    if isForHost { return (operators, nil) }
    if isDraft && own.isReachable || ownsAccount(host) { return (own, nil) }
    return (operators, own.isReachable ? own : nil)
  }

  /// True if the mail account we send with is the host's own.
  package func ownsAccount(_ host: Host) -> Bool {
    settings.smtp?.login.map { MailAddress.key($0.user) == MailAddress.key(host.email) } ?? false
  }
}

extension Correspondent {
  /// False for the placeholder of an owner who has not given an address yet; names under `.invalid` lead nowhere (RFC
  /// 6761 §6.4).
  var isReachable: Bool { hasUsableAddress && !address.hasSuffix(".invalid") }

  /// With its domain in the form headers and servers want; if that is impossible, unchanged, to be refused when the
  /// mail is built.
  package var inASCII: Correspondent {
    Correspondent(name: name, address: (try? InternationalDomain.address(address)) ?? address)
  }
}
