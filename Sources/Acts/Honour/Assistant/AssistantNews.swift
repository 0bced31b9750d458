import Core
import Database
import Foundation
import Records

/// Whoever answers for a guest of honour hears of the slot with them, inside the same transaction: their calendar entry
/// comes to the guest alone.
struct AssistantNews {
  let telling: DateTelling
  let guest: KnownGuest

  /// Nothing for other guests, without an assistant, and where no time has become another.
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
