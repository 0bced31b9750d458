import Core
import Database
import Foundation

/// Gathers what a journey is told from.
package struct JourneyStore {
  let connection: any Connection

  /// - Throws: `AppError.notFound` where the host has no such party.
  package func facts(_ id: PartyID, of host: HostID) throws -> PartyFacts {
    let party = try PartyStore(connection: connection).party(id, of: host)
    return try facts(party, peopleKnown: try peopleCount(of: host))
  }

  /// Of all parties of a host, newest first.
  package func facts(of host: HostID) throws -> [PartyFacts] {
    let people = try peopleCount(of: host)
    return try PartyStore(connection: connection).parties(of: host).map { try facts($0, peopleKnown: people) }
  }

  package func peopleCount(of host: HostID) throws -> Int {
    try connection.count("SELECT count(*) AS n FROM person WHERE host_id = \(host)")
  }

  private func facts(_ party: Party, peopleKnown: Int) throws -> PartyFacts {
    let everybody = try GuestStore(connection: connection).everybody(of: party.id)
    let guests = everybody.filter { !$0.guest.isHonoured }
    return PartyFacts(
      party: party,
      occasion: try party.occasion.flatMap { try PartyOccasions(connection: connection).occasion($0, of: party.host) },
      peopleKnown: peopleKnown, guests: guests, poll: try poll(party, guests), failedMails: try failedMails(party.id),
      objected: try SuppressionStore(connection: connection).objected(among: guests),
      handedOver: try OutboxStore(connection: connection).handedOver(of: party.id),
      honoured: everybody.first(where: \.guest.isHonoured),
      circle: try CircleStore(connection: connection).circle(of: party.id).map { KnownCircle(id: $0.id, name: $0.name) }
    )
  }

  private func poll(_ party: Party, _ guests: [KnownGuest]) throws -> DatePoll {
    guard party.dateKind == .poll else { return DatePoll(slots: [], voters: []) }
    return DatePoll(
      party, guests: guests, slots: try SlotStore(connection: connection).slots(of: party),
      votes: try VoteStore(connection: connection).votes(of: party.id))
  }

  private func failedMails(_ party: PartyID) throws -> Int {
    try connection.count("SELECT count(*) AS n FROM outbox WHERE party_id = \(party) AND state = 'failed'")
  }
}

/// The occasions that a party can refer to.
package struct PartyOccasions {
  let connection: any Connection

  package func occasion(_ id: OccasionID, of host: HostID) throws -> KnownOccasion? {
    try connection.row("SELECT * FROM occasion WHERE id = \(id) AND host_id = \(host)").map(KnownOccasion.init)
  }

  /// Newest first.
  package func occasions(of host: HostID) throws -> [KnownOccasion] {
    try connection.rows(
      "SELECT * FROM occasion WHERE host_id = \(host) ORDER BY id DESC", as: KnownOccasion.init)
  }
}

extension KnownOccasion {
  fileprivate init(_ row: Row) throws {
    self.init(
      id: try row.get("id"), kind: LetterOccasion.Kind(rawValue: try row.get("kind")) ?? .none,
      name: try row.get("name"), year: try row.get("year"))
  }
}
