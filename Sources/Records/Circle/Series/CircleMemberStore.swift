import Core
import Database
import Foundation

/// The members of a circle, the evenings each came to, and the meetings between them.
package struct CircleMemberStore {
  package let connection: any Connection
  package let circle: CircleID

  package init(connection: any Connection, circle: CircleID) {
    self.connection = connection
    self.circle = circle
  }

  /// By name; former members last.
  package func members() throws -> [Circle.Member] {
    try connection.rows(
      """
      SELECT circle_member.*, person.name, person.organisation, person.role
      FROM circle_member JOIN person ON person.id = circle_member.person_id
      WHERE circle_id = \(circle)
      ORDER BY CASE WHEN left_at IS NULL THEN 0 ELSE 1 END, person.search_key, person.id
      """
    ) { row in
      Circle.Member(
        person: try row.get("person_id"), name: try row.get("name"), organisation: try row.get("organisation"),
        role: try row.get("role"), joinedAt: try row.get("joined_at"), leftAt: try row.find("left_at"),
        pausedUntil: try row.find("paused_until"))
    }
  }

  /// Everybody who was at an evening belongs to the circle afterwards. A former member stays away until they come
  /// again; whoever leaves the circle during an evening or after it has left.
  package func join(fromEvening party: PartyID, at now: Date) throws {
    for person in try present(at: party) {
      try join(person, at: now)
      try connection.execute(
        """
        UPDATE circle_member SET left_at = NULL
        WHERE circle_id = \(circle) AND person_id = \(person) AND left_at < (
          SELECT max(participant.entered_at) FROM participant JOIN guest ON guest.id = participant.guest_id
          WHERE participant.party_id = \(party) AND guest.person_id = \(person))
        """)
    }
  }

  package func join(_ person: PersonID, at now: Date) throws {
    try connection.execute(
      """
      INSERT INTO circle_member (circle_id, person_id, joined_at) VALUES (\(circle), \(person), \(now))
      ON CONFLICT (circle_id, person_id) DO NOTHING
      """)
  }

  package func leave(_ person: PersonID, at now: Date) throws {
    try connection.execute(
      """
      UPDATE circle_member SET left_at = \(now)
      WHERE circle_id = \(circle) AND person_id = \(person) AND left_at IS NULL
      """)
  }

  /// Starts a pause: they are asked again from that time on; nil ends the pause.
  package func pause(_ person: PersonID, until: Date?) throws {
    try connection.execute(
      "UPDATE circle_member SET paused_until = \(until) WHERE circle_id = \(circle) AND person_id = \(person)")
  }

  /// Somebody who left, or paused, belongs to it again, from now on.
  package func rejoin(_ person: PersonID, at now: Date) throws {
    try connection.execute(
      """
      UPDATE circle_member SET left_at = NULL, paused_until = NULL, joined_at = \(now)
      WHERE circle_id = \(circle) AND person_id = \(person) AND (left_at IS NOT NULL OR paused_until IS NOT NULL)
      """)
  }

  /// Guests who were in the room and were not removed from it, except a guest of honour.
  package func present(at party: PartyID) throws -> Set<PersonID> {
    let people = try connection.rows(
      """
      SELECT guest.person_id FROM participant
        JOIN guest ON guest.id = participant.guest_id
      WHERE participant.party_id = \(party) AND participant.entered_at IS NOT NULL AND guest.removed_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM honour WHERE honour.guest_id = guest.id)
      """
    ) { try $0.get("person_id", as: PersonID.self) }
    return Set(people)
  }

  /// People whom the host removed from one of the circle's evenings, and who were at none since. The host decides
  /// whether they are invited again.
  package func sentAway() throws -> Set<PersonID> {
    Set(
      try connection.rows(
        """
        SELECT DISTINCT guest.person_id FROM guest JOIN party ON party.id = guest.party_id
        WHERE party.circle_id = \(circle) AND guest.removed_at IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM guest AS later
            JOIN party AS evening ON evening.id = later.party_id
            JOIN participant ON participant.party_id = later.party_id AND participant.guest_id = later.id
          WHERE evening.circle_id = \(circle) AND later.person_id = guest.person_id AND later.removed_at IS NULL
            AND participant.entered_at > guest.removed_at)
        """
      ) { try $0.get("person_id", as: PersonID.self) })
  }

  /// Evenings that had anybody in the room.
  package func history() throws -> CircleHistory<PersonID> {
    let parties = try connection.rows(
      """
      SELECT id, ended_at FROM party
      WHERE circle_id = \(circle) AND state IN ('ended', 'closed') AND ended_at IS NOT NULL ORDER BY ended_at
      """
    ) { (try $0.get("id", as: PartyID.self), try $0.get("ended_at", as: Moment.self)) }
    let ballots = BallotStore(connection: connection)
    return CircleHistory(
      try parties.map { party, ended in
        CircleEvening(endedAt: ended, present: try present(at: party), result: try ballots.result(of: party))
      }.filter { !$0.present.isEmpty })
  }

  /// The meetings between members over all evenings.
  package func meetings(_ members: [PersonID]) throws -> MeetingMatrix<PersonID> {
    var matrix = MeetingMatrix(members)
    for party in try CircleStore(connection: connection).parties(of: circle) {
      let people = try persons(at: party)
      let encounters = Encounters(try stays(at: party))
      for (place, one) in people.enumerated() {
        for other in people[(place + 1)...] {
          matrix.add(one.person, other.person, seconds: encounters.seconds(one.participant, other.participant))
        }
      }
    }
    return matrix
  }

  private func persons(at party: PartyID) throws -> [(participant: ParticipantID, person: PersonID)] {
    try connection.rows(
      """
      SELECT participant.id, guest.person_id FROM participant JOIN guest ON guest.id = participant.guest_id
      WHERE participant.party_id = \(party) ORDER BY participant.id
      """
    ) { (try $0.get("id"), try $0.get("person_id")) }
  }

  private func stays(at party: PartyID) throws -> [FloorHistory.Stay] {
    try connection.rows(
      """
      SELECT participant, table_id, since, until FROM table_stay
      WHERE party_id = \(party) AND until IS NOT NULL ORDER BY since, number
      """
    ) { row in
      FloorHistory.Stay(
        who: try row.get("participant"), table: try row.get("table_id"), from: try row.get("since"),
        until: try row.get("until"))
    }
  }
}
