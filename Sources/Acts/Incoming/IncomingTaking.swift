import Core
import Database
import Formats
import Foundation
import House
import Records

/// Carries out the consequences of one mail inside one transaction, through the same acts as the pages. Anything
/// uncertain is shown to the host and changes nothing.
struct IncomingTaking {
  let services: Services
  let connection: any Connection
  let id: IncomingMailID
  let receivedAt: Date

  /// - Parameter mail: sent to the guest's own address.
  /// - Returns: false if none of it is kept, because the guest no longer exists or the host wrote it.
  func take(_ mail: IncomingMail, from guest: GuestID) throws -> Bool {
    let guests = GuestStore(connection: connection)
    guard let place = try guests.place(of: guest) else { return false }
    let party = try PartyStore(connection: connection).party(place.party)
    let known = try guests.guest(guest, of: party.id)
    guard let host = try HostStore(connection: connection).host(party.host), !isOwn(mail, host) else { return false }
    switch mail.content {
    case .bounce(let bounce):
      try ReturnedMail(services: services, connection: connection, party: party, host: host, known: known)
        .take(bounce, mail) { try keep(mail, $0, of: guest, detail: $1, said: $2) }
    case .automatic(let reply):
      try keep(mail, reply.kind == .absence ? .absence : .automatic, of: guest, detail: reply.until?.description ?? "")
    case .calendar(let reply):
      let outcome = try CalendarAnswer(
        services: services, connection: connection, party: party, known: known, receivedAt: receivedAt
      ).take(reply)
      try keep(
        mail, outcome.kind, of: guest, detail: outcome.detail,
        said: [reply.comment, stranger(reply, mail, known)].filter { !$0.isEmpty }.joined(separator: "\n"),
        isSettled: outcome.isOutdated)
    case .words: try keep(mail, .words, of: guest)
    }
    return true
  }

  /// The address that a calendar answers for, where the mail itself doesn't show it and it is not the guest's.
  private func stranger(_ reply: CalendarReply, _ mail: IncomingMail, _ known: KnownGuest) -> String {
    let shown = [mail.sender?.address ?? "", known.email].map { MailAddress.key($0) }
    return shown.contains(MailAddress.key(reply.attendee)) ? "" : String(reply.attendee.prefix(254))
  }

  /// Hosts also answer to all, and the program's own mails may come back: neither is from a guest.
  private func isOwn(_ mail: IncomingMail, _ host: Host) -> Bool {
    guard let sender = mail.sender.map({ MailAddress.key($0.address) }) else { return false }
    return sender == MailAddress.key(host.email) || sender == MailAddress.key(services.settings.mailFrom)
  }

  private func keep(
    _ mail: IncomingMail, _ kind: GuestMail.Kind, of guest: GuestID, detail: String = "", said: String? = nil,
    isSettled: Bool = false
  ) throws {
    try GuestMailStore(connection: connection).add(
      GuestMail(
        id: id, guest: guest, receivedAt: receivedAt, kind: kind,
        senderName: (mail.sender?.name ?? "").withoutHiddenMarks,
        sender: String((mail.sender?.address ?? "").withoutHiddenMarks.prefix(254)),
        subject: mail.subject.withoutHiddenMarks,
        said: (said ?? mail.text.said).withoutHiddenMarks,
        quoted: kind == .words ? mail.text.quoted.withoutHiddenMarks : "", detail: detail,
        settledAt: isSettled ? services.now() : nil))
    if kind.isByPerson, try !GuestEventStore(connection: connection).has(GuestEvent.wrote, of: guest) {
      try GuestStore(connection: connection).note(GuestEvent.wrote, "", of: guest, at: services.now())
    }
  }
}
