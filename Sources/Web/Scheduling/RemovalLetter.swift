import Core
import Database

extension LetterComposition {
  /// For a guest who declined after they had the calendar entry.
  func removal(for guest: KnownGuest, party: Party, host: Host, connection: any Connection) throws -> Letter {
    .removal(
      try laterFacts(for: guest, party: party, host: host),
      date: try requiredDate(for: guest, party))
  }
}
