import Core
import Database
import Foundation
import House

/// What proposals are made from beside topics.
package struct ProposalStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// What the address book says of everybody in it.
  package func listed(of host: HostID) throws -> [PersonID: Listed] {
    var people: [PersonID: Listed] = [:]
    try connection.forEach("SELECT id, organisation, role, country, email FROM person WHERE host_id = \(host)") { row in
      people[try row.get("id")] = Listed(
        organisation: try row.get("organisation"), role: try row.get("role"), country: try row.get("country"),
        hasAddress: try row.get("email") != "")
    }
    return people
  }

  /// Who came together, party by party: those who had accepted when a date of the host's other parties passed.
  package func meetings(of host: HostID, but party: PartyID, before now: Date) throws -> [[PersonID]] {
    var people: [PartyID: [PersonID]] = [:]
    try connection.forEach(
      """
      SELECT guest.party_id, guest.person_id FROM guest JOIN party ON party.id = guest.party_id
      WHERE party.host_id = \(host) AND party.id <> \(party) AND party.state <> 'cancelled'
        AND party.starts_at < \(now) AND guest.state = 'accepted'
      ORDER BY guest.party_id, guest.person_id
      """
    ) { people[try $0.get("party_id"), default: []].append(try $0.get("person_id")) }
    return people.sorted { $0.key.description < $1.key.description }.map(\.value)
  }

  /// Neutral until the host moved a slider.
  package func leaning(of party: PartyID) throws -> Leaning {
    let row = try connection.row("SELECT * FROM leaning WHERE party_id = \(party)")
    return try row.map {
      Leaning(
        breadth: try $0.get("breadth"), acquaintance: try $0.get("acquaintance"), mixture: try $0.get("mixture"),
        generations: try $0.get("generations"))
    } ?? .neutral
  }

  package func save(_ leaning: Leaning, of party: PartyID) throws {
    try connection.execute(
      """
      INSERT INTO leaning (party_id, breadth, acquaintance, mixture, generations)
      VALUES (
        \(party), \(leaning.breadth), \(leaning.acquaintance), \(leaning.mixture), \(leaning.generations))
      ON CONFLICT (party_id) DO UPDATE SET
        breadth = excluded.breadth, acquaintance = excluded.acquaintance, mixture = excluded.mixture,
        generations = excluded.generations
      """)
  }
}
