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
    case .counter(let moment): return (.counter, moment?.written ?? "")
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
    } catch is AppError {
      // The party takes no more answers, or the guest was removed.
      return shown
    }
    let now = try GuestStore(connection: connection).guest(known.guest.id, of: party.id).guest.invitation.answeredAt
    try mails.note(
      .init(sequence: reply.sequence, stamp: stamp, answeredAt: now ?? services.now()), of: known.guest.id)
    return (.answer, answer.rawValue)
  }

  private var uid: String { known.guest.honour?.guest.description ?? party.revision.uid }
}
