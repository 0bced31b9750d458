import Core
import Database
import Foundation
import Records

/// The content of the host's date pages.
package struct DateView: Sendable {
  package let facts: PartyFacts
  package let recommendation: Recommendation
  /// Guests who have the entry in their calendar.
  package let entered: Set<GuestID>
  /// Nos that were not marked, but implied.
  package let implied: [GuestID: Set<SlotID>]
  /// Votes that the host entered.
  package let byHost: [GuestID: Set<SlotID>]
  package let now: Date
  /// The times at which the host is busy according to their own calendar; nil if they named none.
  package var busy: BusyTimes?

  package init(facts: PartyFacts, marks: VoteMarks = VoteMarks(), now: Date) {
    self.facts = facts
    (entered, implied, byHost) = (marks.entered, marks.implied, marks.byHost)
    self.now = now
    recommendation = Recommendation(facts.poll, now: now)
  }

  /// - Throws: `AppError.notFound` if the host has no such party.
  package init(_ party: PartyID, host: HostID, connection: any Connection, now: Date) throws {
    let facts = try JourneyStore(connection: connection).facts(party, of: host)
    var marks = try VoteStore(connection: connection).marks(of: party)
    marks.entered.formIntersection(facts.guests.map(\.guest.id))
    self.init(facts: facts, marks: marks, now: now)
    let slots = facts.poll.slots
    if facts.party.dateKind == .poll, confirmed == nil, let first = slots.first, let last = slots.last {
      busy = try BusyStore(connection: connection).times(of: host, over: first.start..<max(first.end, last.end))
    }
  }

  /// The voters with their address-book details, in the order of their standing.
  package var voters: [KnownGuest] {
    let ids = Set(facts.poll.voters.map(\.id))
    return facts.guests.filter { ids.contains($0.guest.id) }
  }

  package var confirmed: Date? { facts.party.confirmedAt == nil ? nil : facts.party.start }
}
