import Core
import Database
import Records

/// Letters about a date that changes.
extension LetterComposition {
  /// The same beginning, another length or zone.
  func adjustment(
    for guest: KnownGuest, party: Party, host: Host, connection: any Connection, hasEntry: Bool = true
  ) throws -> Letter {
    let facts = try facts(for: guest, party: party, host: host, connection: connection)
    let date = try requiredDate(for: guest, party)
    if guest.guest.isHonoured { return .honourChange(facts, from: nil, to: date, hasEntry: hasEntry) }
    return .adjustment(facts, date: date, hasEntry: hasEntry)
  }

  /// For a guest who turned down the date that was chosen.
  func unsuitable(for guest: KnownGuest, party: Party, host: Host, connection: any Connection) throws -> Letter {
    .unsuitable(
      try facts(for: guest, party: party, host: host, connection: connection),
      date: try requiredDate(for: guest, party))
  }

  package func poll(
    insteadOfDate: Bool, for guest: KnownGuest, party: Party, host: Host, connection: any Connection
  ) throws -> Letter {
    .poll(
      try facts(for: guest, party: party, host: host, connection: connection),
      slots: try LetterFactStore(connection: connection).slotCount(of: party.id), insteadOfDate: insteadOfDate)
  }

  /// For a guest whose answer changed after they had the calendar entry.
  func answerNoted(for guest: KnownGuest, party: Party, host: Host, connection: any Connection) throws -> Letter {
    .answerNoted(
      try facts(for: guest, party: party, host: host, connection: connection),
      date: try requiredDate(for: guest, party), isComing: guest.guest.invitation.state == .accepted)
  }

  /// For a guest who declined after they had the calendar entry.
  func removal(for guest: KnownGuest, party: Party, host: Host, connection: any Connection) throws -> Letter {
    .removal(
      try facts(for: guest, party: party, host: host, connection: connection),
      date: try requiredDate(for: guest, party))
  }
}
