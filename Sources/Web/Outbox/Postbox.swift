import Core
import Database
import Foundation

/// Makes mails of letters and puts them in the outbox, in the transaction that causes them. Afterwards, outside it, the
/// handler calls `services.wakeOutbox()`.
package struct Postbox {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  /// A mail to a guest, not yet in the outbox.
  /// - Parameters:
  ///   - letter: as `LetterComposition` writes it, with placeholders for links.
  ///   - key: what the mail is, such as `confirmation:<guest>:<sequence>`. The same key is sent once.
  ///   - calendar: an iCalendar text, its links placeholders too, and its METHOD.
  package func mail(
    _ letter: Letter, kind: OutgoingMail.Kind, key: String, guest: KnownGuest, party: Party, host: Host,
    calendar: (text: String, method: String)? = nil
  ) -> OutgoingMail {
    let id = services.newID(Entity.OutboxMail.self)
    return OutgoingMail(
      id: id, key: key, host: host.id, party: party.id, guest: guest.guest.id, kind: kind, state: .queued,
      recipientName: guest.name, recipient: guest.email, subject: letter.subject, text: letter.text,
      html: LetterHTML(letter, language: party.form.language).document, calendar: calendar?.text ?? "",
      calendarMethod: calendar?.method ?? "", messageID: services.messageID(id), createdAt: services.now())
  }

  /// News for the host.
  /// - Parameter key: the same key is told once.
  package func notice(_ notice: HostNotice, key: String, party: Party, host: Host) -> OutgoingMail {
    let id = services.newID(Entity.OutboxMail.self)
    let page: Path =
      switch notice {
      case .recommendation, .noDateFits: .date(party.id)
      case .waiting, .proposal, .cancelled, .overbooked: .waves(party.id)
      }
    let letter = Letter.notice(
      notice, topic: party.substance.topic, link: services.settings.publicURL.absoluteString + page.text,
      language: host.language)
    return OutgoingMail(
      id: id, key: key, host: host.id, party: party.id, kind: .notice, state: .queued, recipientName: host.name,
      recipient: host.email, subject: letter.subject, text: letter.text, messageID: services.messageID(id),
      createdAt: services.now())
  }

  /// - Returns: false when a mail with its key stands there already.
  @discardableResult
  package func post(_ mail: OutgoingMail, _ connection: any Connection) throws -> Bool {
    try OutboxStore(connection: connection).add(mail)
  }
}
