import Core
import Database
import Foundation
import House

/// The basis of proposals, apart from topics.
package struct ProposalStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// The address book's facts on everybody in it.
  package func listed(of host: HostID) throws -> [PersonID: Listed] {
    var people: [PersonID: Listed] = [:]
    try connection.forEach("SELECT id, organisation, role, country, email FROM person WHERE host_id = \(host)") { row in
      people[try row.get("id")] = Listed(
        organisation: try row.get("organisation"), role: try row.get("role"), country: try row.get("country"),
        hasAddress: try row.get("email") != "")
    }
    return people
  }

  /// The people who came together, party by party: those who had accepted when the date of one of the host's other
  /// parties passed. Also the people who must not come together.
  package func acquaintance(
    of host: HostID, but party: PartyID, before now: Date
  ) throws -> (meetings: [[PersonID]], avoidances: [Avoidance]) {
    var people: [PartyID: [PersonID]] = [:]
    var avoidances: [Avoidance] = []
    try connection.forEach(
      """
      SELECT guest.party_id AS party_id, guest.person_id AS person_id, '' AS avoided
      FROM guest JOIN party ON party.id = guest.party_id
      WHERE party.host_id = \(host) AND party.id <> \(party) AND party.state <> 'cancelled'
        AND party.starts_at < \(now) AND guest.state = 'accepted'
      UNION ALL
      SELECT '', avoidance.person_id, avoidance.other_id
      FROM avoidance JOIN person ON person.id = avoidance.person_id WHERE person.host_id = \(host)
      ORDER BY party_id, person_id, avoided
      """
    ) { row in
      let person: PersonID = try row.get("person_id")
      if let other = PersonID(try row.get("avoided", as: String.self)) {
        avoidances.append(Avoidance(person: person, other: other))
      } else {
        people[try row.get("party_id"), default: []].append(person)
      }
    }
    return (people.sorted { $0.key < $1.key }.map(\.value), avoidances)
  }

  /// Neutral until the host moves a slider.
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
