import Core
import Database
import Foundation

/// What the host's date pages show.
struct DateView: Sendable {
  let facts: PartyFacts
  let recommendation: Recommendation
  /// The guests who have the entry in their calendar.
  let entered: Set<GuestID>
  /// Nos that were not marked, but meant.
  let implied: [GuestID: Set<SlotID>]
  let now: Date

  init(facts: PartyFacts, entered: Set<GuestID> = [], implied: [GuestID: Set<SlotID>] = [:], now: Date) {
    self.facts = facts
    self.implied = implied
    self.entered = entered
    self.now = now
    recommendation = Recommendation(facts.poll, now: now)
  }

  /// - Throws: `AppError.notFound` where the host has no such party.
  init(_ party: PartyID, host: HostID, connection: any Connection, now: Date) throws {
    let facts = try JourneyStore(connection: connection).facts(party, of: host)
    let marks = try VoteStore(connection: connection).marks(of: party)
    self.init(
      facts: facts, entered: marks.entered.intersection(facts.guests.map(\.guest.id)), implied: marks.implied, now: now)
  }

  /// The voters with what the address book says of them, in the order of their standing.
  var voters: [KnownGuest] {
    let ids = Set(facts.poll.voters.map(\.id))
    return facts.guests.filter { ids.contains($0.guest.id) }
  }

  var confirmed: Date? { facts.party.confirmedAt == nil ? nil : facts.party.start }
}
