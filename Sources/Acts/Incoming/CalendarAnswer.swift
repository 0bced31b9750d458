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

  struct Outcome {
    let kind: GuestMail.Kind
    let detail: String
    /// True if the same calendar has answered anew since: then there is nothing for the host to decide.
    var isOutdated = false
  }

  func take(_ reply: CalendarReply) throws -> Outcome {
    switch reply.says {
    case .counter(let moment): return Outcome(kind: .counter, detail: moment.map(proposal) ?? "")
    case .delegated(let address): return Outcome(kind: .delegation, detail: address)
    case .nothing: return Outcome(kind: .calendar, detail: "")
    case .accepted: return try take(reply, .yes)
    case .tentative: return try take(reply, .perhaps)
    case .declined: return try take(reply, .no)
    }
  }

  private func take(_ reply: CalendarReply, _ answer: Answer) throws -> Outcome {
    var shown = Outcome(kind: .calendar, detail: answer.rawValue)
    guard reply.uid == uid, MailAddress.key(reply.attendee) == MailAddress.key(known.email), !known.email.isEmpty
    else { return shown }
    let stamp = min(reply.stamp ?? receivedAt, receivedAt)
    let mails = GuestMailStore(connection: connection)
    let order = CalendarAnswerOrder(
      dateSequence: try EntryStore(connection: connection).dateSequence(of: known.guest.id),
      last: try mails.calendar(of: known.guest.id),
      answeredAt: known.guest.invitation.answeredAt)
    guard order.isNews(sequence: reply.sequence, stamp: stamp) else {
      shown.isOutdated = order.isFormer(sequence: reply.sequence, stamp: stamp)
      return shown
    }
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
    return Outcome(kind: .answer, detail: answer.rawValue)
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
