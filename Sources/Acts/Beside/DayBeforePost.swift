import Core
import Database
import Foundation
import House
import Records

/// Writes on the day before to everybody who comes.
struct DayBeforePost {
  let services: Services
  let connection: any Connection
  let now: Date

  /// Calling it twice does nothing more: there is one mail for each guest and date.
  func look(after party: Party, _ host: Host) throws {
    guard let day = DayBefore(party, in: services.zones), day.isOpen(at: now) else { return }
    let outbox = OutboxStore(connection: connection)
    let (told, written) = (try outbox.lastToldOfDate(at: party.id), try outbox.keys(of: .dayBefore, at: party.id))
    for known in try GuestStore(connection: connection).everybody(of: party.id) {
      guard day.isDue(for: known.guest, toldAt: told[known.guest.id], at: now),
        let start = known.guest.start(at: party)
      else { continue }
      let key = DayBeforeKey(guest: known.guest.id, start: start).text
      if !written.contains(key) { try write(to: known, key: key, party, host) }
    }
  }

  private func write(to known: KnownGuest, key: String, _ party: Party, _ host: Host) throws {
    let letter = try LetterComposition(services: services).dayBefore(
      for: known, party: party, host: host, connection: connection)
    let postbox = Postbox(services: services)
    var mail = postbox.mail(letter, kind: .dayBefore, key: key, guest: known, party: party, host: host)
    if !known.isReachable { mail.state = .byHand }
    try postbox.post(mail, connection)
  }
}

/// Identifies a mail of the day before: another date has another one.
struct DayBeforeKey {
  let text: String
  /// The time at which the mail says its guest is expected.
  let start: Date?

  init(guest: GuestID, start: Date) {
    (text, self.start) = ("dayBefore:\(guest):\(GuestEvent.timeDetail(start))", start)
  }

  init(_ text: String) {
    (self.text, start) = (text, text.split(separator: ":").last.flatMap { GuestEvent.time(String($0)) })
  }
}

extension LetterComposition {
  func dayBefore(for guest: KnownGuest, party: Party, host: Host, connection: any Connection) throws -> Letter {
    .dayBefore(
      try laterFacts(for: guest, party: party, host: host), date: try requiredDate(for: guest, party),
      company: try CompanyStore(connection: connection).company(of: party.id, besides: guest.guest.id).company)
  }
}
