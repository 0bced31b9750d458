import Core
import Database
import Formats
import Foundation
import House
import Records

/// An answer from a guest's calendar. It counts if it is about our entry (UID), from the guest (attendee), and newer
/// than what is known.
struct CalendarAnswer {
  let services: Services
  let connection: any Connection
  let party: Party
  let known: KnownGuest
  let receivedAt: Date

  /// - Returns: its kind for the host, and its content.
  func take(_ reply: CalendarReply) throws -> (GuestMail.Kind, String) {
    switch reply.says {
    case .counter(let moment): return (.counter, moment.map(proposal) ?? "")
    case .delegated(let address): return (.delegation, address)
    case .nothing: return (.calendar, "")
    case .accepted: return try take(reply, .yes)
    case .tentative: return try take(reply, .perhaps)
    case .declined: return try take(reply, .no)
    }
  }

  private func take(_ reply: CalendarReply, _ answer: Answer) throws -> (GuestMail.Kind, String) {
    let shown = (GuestMail.Kind.calendar, answer.rawValue)
    guard reply.uid == uid, MailAddress.key(reply.attendee) == MailAddress.key(known.email), !known.email.isEmpty
    else { return shown }
    let stamp = min(reply.stamp ?? receivedAt, receivedAt)
    let mails = GuestMailStore(connection: connection)
    let order = CalendarAnswerOrder(
      dateSequence: try EntryStore(connection: connection).dateSequence(of: known.guest.id),
      last: try mails.calendar(of: known.guest.id),
      answeredAt: known.guest.invitation.answeredAt)
    guard order.isNews(sequence: reply.sequence, stamp: stamp) else { return shown }
    do {
      let hand = AnswerHand(guest: known.guest.id, party: party.id, source: .mail)
      let word = reply.comment.isEmpty ? known.guest.invitation.word ?? "" : reply.comment.withoutHiddenMarks
      try GuestReply(services: services, connection: connection).take(answer, word: word, from: hand)
    } catch  where error is AppError || error is PartyRefusal {
      // The party takes no more answers, or the guest was removed.
      return shown
    }
    let now = try GuestStore(connection: connection).guest(known.guest.id, of: party.id).guest.invitation.answeredAt
    try mails.note(
      .init(sequence: reply.sequence, stamp: stamp, answeredAt: now ?? services.now()), of: known.guest.id)
    return (.answer, answer.rawValue)
  }

  /// The instant in ISO 8601; a day where no time is given, or the text as it was written where it is no time anywhere.
  private func proposal(_ moment: CalendarMoment) -> String {
    if let instant = moment.instant { return LocalTime.machineText(instant) }
    let digits = moment.written.filter(\.isNumber)
    let day = [digits.prefix(4), digits.dropFirst(4).prefix(2), digits.dropFirst(6).prefix(2)].joined(separator: "-")
    if digits.count < 12 { return day }
    let clock = [digits.dropFirst(8).prefix(2), digits.dropFirst(10).prefix(2)].joined(separator: ":")
    // A time without a zone is one of where the party is.
    let zone = services.zones.zone(moment.zone)?.identifier ?? party.zone
    guard let local = try? LocalTime(date: day, time: clock, zone: zone, in: services.zones) else {
      return moment.written
    }
    return LocalTime.machineText(local.instant)
  }

  private var uid: String { known.guest.honour?.guest.description ?? party.revision.uid }
}
