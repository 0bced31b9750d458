import Core
import Database
import Foundation
import House
import Records

/// Turns letters into mails and puts them in the outbox, in the transaction that causes them. Afterwards, outside it,
/// the handler calls `services.wakeOutbox()`.
package struct Postbox {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  /// A mail to a guest, not yet in the outbox.
  /// - Parameters:
  ///   - letter: as written by `LetterComposition`, with placeholders for links.
  ///   - key: identifies the mail, such as `confirmation:<guest>:<sequence>`. The same key is sent once.
  ///   - calendar: an iCalendar text, also with placeholders for links, and its METHOD.
  package func mail(
    _ letter: Letter, kind: OutgoingMail.Kind, key: String, guest: KnownGuest, party: Party, host: Host,
    calendar: (text: String, method: String)? = nil
  ) -> OutgoingMail {
    let id = services.newID(Entity.OutboxMail.self)
    return OutgoingMail(
      id: id, key: key, host: host.id, party: party.id, guest: guest.guest.id, kind: kind, state: .queued,
      recipientName: guest.name, recipient: guest.email, subject: letter.subject, text: letter.text,
      html: LetterHTML(letter, language: guest.form(at: party).language).document, calendar: calendar?.text ?? "",
      calendarMethod: calendar?.method ?? "", messageID: services.messageID(id), createdAt: services.now())
  }

  /// News for the host.
  /// - Parameters:
  ///   - key: the same key is reported once.
  ///   - guest: the guest it is about; the mail is erased along with them.
  package func notice(
    _ notice: HostNotice, key: String, party: Party, host: Host, about guest: GuestID? = nil
  ) -> OutgoingMail {
    let id = services.newID(Entity.OutboxMail.self)
    let page: Path =
      switch notice {
      case .recommendation, .noDateFits: .date(party.id)
      case .waiting, .proposal, .cancelled, .overbooked, .undelivered: .waves(party.id)
      case .entry: .party(party.id)
      case .cohost: .home
      }
    let letter = Letter.notice(
      notice, topic: party.substance.topic.isEmpty ? party.title : party.substance.topic,
      link: services.settings.publicURL.absoluteString + page.text,
      language: host.language)
    return OutgoingMail(
      id: id, key: key, host: host.id, party: party.id, guest: guest, kind: .notice, state: .queued,
      recipientName: host.name,
      recipient: host.email, subject: letter.subject, text: letter.text, messageID: services.messageID(id),
      createdAt: services.now())
  }

  /// Puts a mail in the outbox within the budget: mail over it waits for a later day.
  /// - Parameter isTrusted: true for a sign-in link that no stranger has asked for: strangers use up the budget for an
  ///   address, and must not keep its owner out by that.
  /// - Returns: false if a mail with its key is already there.
  /// - Throws: `AppError.conflict` if a guest of honour has named too many people today.
  @discardableResult
  package func post(_ mail: OutgoingMail, isTrusted: Bool = false, _ connection: any Connection) throws -> Bool {
    let (store, budget) = (OutboxStore(connection: connection), MailBudgetStore(connection: connection))
    let yesterday = services.now().addingTimeInterval(-86_400)
    if mail.state == .byHand { return try store.add(mail) }
    if mail.kind == .signIn {
      let isWithin = try isTrusted || budget.signIns(to: mail.recipient, since: yesterday) < MailBudget.signIns
      guard isWithin else { return false }
      return try store.add(mail)
    }
    guard let (spent, replaceable) = try budget.add(mail, since: yesterday) else { return false }
    if mail.kind == .assistant, let guest = mail.guest,
      try budget.count([.assistant], of: guest, since: yesterday) > MailBudget.perHonoured
    {
      throw AppError.conflict(Message("assistant.error.enough"))
    }
    if replaceable > 0 { try budget.supersede(by: mail, at: services.now()) }
    switch MailBudget.verdict(spent, perHost: services.settings.quotas.mails) {
    case .now: break
    case .later(let days):
      try budget.put(off: mail, mail.state, until: services.now().addingTimeInterval(Double(days) * 86_400))
    case .never: try budget.put(off: mail, .cancelled, until: services.now())
    }
    return true
  }
}
