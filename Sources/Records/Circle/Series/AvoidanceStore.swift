import Core
import Database
import Foundation

/// The people somebody would rather not meet at a party. None of this is for a page: only choosing and seating read it.
package struct AvoidanceStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  package func add(_ avoidance: Avoidance, at now: Date) throws {
    try connection.execute(
      """
      INSERT INTO avoidance (person_id, other_id, said_at) VALUES (\(avoidance.person), \(avoidance.other), \(now))
      ON CONFLICT (person_id, other_id) DO NOTHING
      """)
  }

  /// Takes back everything somebody has said.
  package func clear(_ person: PersonID) throws {
    try connection.execute("DELETE FROM avoidance WHERE person_id = \(person)")
  }

  /// The number of people somebody named. Their identity is not for any page: others may know the link, above all the
  /// host.
  package func count(of person: PersonID) throws -> Int {
    try connection.count("SELECT count(*) AS n FROM avoidance WHERE person_id = \(person)")
  }

  /// Everything said among a host's people, in an order that reveals nothing.
  package func all(of host: HostID) throws -> [Avoidance] {
    try connection.rows(
      """
      SELECT avoidance.person_id, avoidance.other_id FROM avoidance JOIN person ON person.id = avoidance.person_id
      WHERE person.host_id = \(host) ORDER BY avoidance.person_id, avoidance.other_id
      """
    ) { Avoidance(person: try $0.get("person_id"), other: try $0.get("other_id")) }
  }

  /// Passes on to the first person whom the second avoids, and who avoids the second. An entry between the two is
  /// dropped.
  package func unite(_ first: PersonID, with second: PersonID) throws {
    try connection.execute(
      """
      INSERT INTO avoidance (person_id, other_id, said_at)
      SELECT \(first), other_id, said_at FROM avoidance WHERE person_id = \(second) AND other_id <> \(first)
      ON CONFLICT (person_id, other_id) DO NOTHING
      """)
    try connection.execute(
      """
      INSERT INTO avoidance (person_id, other_id, said_at)
      SELECT person_id, \(first), said_at FROM avoidance WHERE other_id = \(second) AND person_id <> \(first)
      ON CONFLICT (person_id, other_id) DO NOTHING
      """)
  }

  /// Guests of a party who must not be seated together.
  package func guests(of party: PartyID) throws -> Set<FloorSetup.Pair> {
    let pairs = try connection.rows(
      """
      SELECT one.id AS one, other.id AS other FROM avoidance
        JOIN guest AS one ON one.person_id = avoidance.person_id AND one.party_id = \(party)
        JOIN guest AS other ON other.person_id = avoidance.other_id AND other.party_id = \(party)
      """
    ) { FloorSetup.Pair(try $0.get("one"), try $0.get("other")) }
    return Set(pairs)
  }
}

extension FloorSetupStore {
  /// Includes the pairs who must not be seated together.
  /// - Throws: `AppError.notFound` for a party that is gone.
  package func wholeSetup(of id: PartyID) throws -> FloorSetup {
    var whole = try setup(of: id)
    whole.apart = ApartPairs(try AvoidanceStore(connection: connection).guests(of: id))
    return whole
  }
}
