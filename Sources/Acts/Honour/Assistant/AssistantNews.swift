import Core
import Database
import Foundation
import House
import Records

/// Tells the person who answers for a guest of honour about the slot, inside the same transaction; the calendar entry
/// goes to the guest alone.
struct AssistantNews {
  let telling: DateTelling
  let guest: KnownGuest

  /// Does nothing for other guests, without an assistant, or if no time has changed.
  func write(_ news: DateNews) throws {
    let (party, connection) = (telling.party, telling.connection)
    guard let assistant = guest.guest.honour?.assistant, let start = guest.guest.start(at: party) else { return }
    let composition = LetterComposition(services: telling.services)
    func words(_ date: Date) -> String { composition.words(date, for: guest, party) }
    let old: Date?
    switch news {
    case .moved(let from): old = from
    case .adjusted, .dated, .confirmed: old = nil
    case .unsuitable, .pollInstead, .newSlots, .entryChanged, .entryGone: return
    }
    let letter = Letter.assistantChange(
      try composition.laterFacts(for: guest, party: party, host: telling.host), name: assistant.name, of: guest.name,
      from: old.map(words), to: words(start), link: GuestLinks.assistantPlaceholder)
    let postbox = Postbox(services: telling.services)
    let id = telling.services.newID(Entity.OutboxMail.self)
    var mail = postbox.mail(
      letter, kind: .assistant, key: "assistant-date:\(guest.guest.id):\(id)", guest: guest, party: party,
      host: telling.host)
    (mail.recipientName, mail.recipient) = (assistant.name, assistant.email)
    try postbox.post(mail, connection)
  }
}

/// Tells the person who answers for a guest of honour that nothing comes of it: the party is cancelled, or the
/// invitation taken back.
struct AssistantFarewell {
  let services: Services
  let connection: any Connection
  let party: Party
  let host: Host

  /// Does nothing for other guests, or without an assistant. Mail to them that is still waiting is stopped.
  /// - Parameters:
  ///   - reason: the host's own sentence, may be empty.
  ///   - key: the same is told once; nil for what ends once.
  func write(for guest: KnownGuest, reason: String = "", key: String? = nil) throws {
    guard let assistant = guest.guest.honour?.assistant else { return }
    let id = guest.guest.id
    try OutboxQueue(connection: connection).stopAll(
      to: id, kinds: [.assistant], MailProblem("outbox.problem.withdrawn"))
    let composition = LetterComposition(services: services)
    let letter = Letter.assistantCancellation(
      try composition.laterFacts(for: guest, party: party, host: host), name: assistant.name, of: guest.name,
      date: party.isDateKnown ? guest.guest.start(at: party).map { composition.words($0, for: guest, party) } : nil,
      reason: reason)
    let postbox = Postbox(services: services)
    var mail = postbox.mail(
      letter, kind: .assistantCancellation, key: key ?? "assistant-cancellation:\(id)", guest: guest, party: party,
      host: host)
    (mail.recipientName, mail.recipient) = (assistant.name, assistant.email)
    try postbox.post(mail, connection)
  }
}
