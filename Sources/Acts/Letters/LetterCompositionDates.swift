import Core
import Database
import Foundation
import House
import Records

/// The wording of dates in letters.
extension LetterComposition {
  /// “Donnerstag, 3. Dezember 2026, 17:30 Uhr (London; in Berlin 18:30 Uhr)”, in the guest's zone and their language.
  package func words(_ time: Date, for guest: KnownGuest, _ party: Party) -> String {
    phrases(guest, party).dayAndClock(time, beside: services.zones[party.zone])
  }

  package func date(for guest: KnownGuest, _ party: Party, _ connection: any Connection) throws -> LetterDate {
    if let start = guest.guest.start(at: party), party.isDateKnown {
      return .fixed(words(start, for: guest, party))
    }
    let store = LetterFactStore(connection: connection)
    let slots = party.dateKind == .poll ? try store.slotCount(of: party.id) : 0
    return slots > 0 ? .poll(slots: slots) : .open
  }

  /// The day the guest was given; for a letter that has not left yet, the one it would get today.
  package func answerBy(_ guest: KnownGuest, _ party: Party, _ connection: any Connection) throws -> String? {
    if let given = givenAnswerBy(guest, party) { return given }
    let slots = try SlotStore(connection: connection).slots(of: party)
    let deadline = party.answerDeadline(from: services.now(), slots: slots, in: services.zones)
    return phrases(guest, party).until(deadline, host: services.zones[party.zone])
  }

  /// Nil for a guest who was not written to.
  func givenAnswerBy(_ guest: KnownGuest, _ party: Party) -> String? {
    guest.guest.invitation.answerBy.map { phrases(guest, party).until($0, host: services.zones[party.zone]) }
  }

  /// “Freitag, 6. November”, in the guest's zone.
  func lastDay(_ deadline: Date, for guest: KnownGuest, _ party: Party) -> String {
    phrases(guest, party).until(deadline, host: services.zones[party.zone])
  }

  func requiredDate(for guest: KnownGuest, _ party: Party) throws -> String {
    guard let start = guest.guest.start(at: party) else {
      throw AppError.conflict(Message("letter.needsDate"))
    }
    return words(start, for: guest, party)
  }

  private func phrases(_ guest: KnownGuest, _ party: Party) -> Phrases {
    services.phrases(guest.form(at: party).language, zones: [guest.guest.zone, party.zone])
  }
}
