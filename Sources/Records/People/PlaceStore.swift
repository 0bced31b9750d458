import Core
import Database

/// The places of a host's people at parties.
package struct PlaceStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// Somebody's place at a party.
  package struct Held: Sendable {
    package let id: GuestID
    package let party: PartyID
    /// The party's title.
    package let title: String
    package let place: PlaceMerge.Place
  }

  package func places(of person: PersonID) throws -> [Held] {
    try connection.rows(
      """
      SELECT guest.id, guest.party_id, party.title,
        CASE guest.standing WHEN 'chosen' THEN 0 WHEN 'reserve' THEN 1 ELSE 2 END AS rank,
        CASE WHEN guest.state <> 'shortlisted' OR guest.invited_at IS NOT NULL
          OR EXISTS (SELECT 1 FROM outbox WHERE outbox.guest_id = guest.id)
          OR EXISTS (SELECT 1 FROM honour WHERE honour.guest_id = guest.id)
          OR EXISTS (SELECT 1 FROM participant WHERE participant.guest_id = guest.id)
          OR EXISTS (SELECT 1 FROM vote WHERE vote.guest_id = guest.id)
          OR EXISTS (SELECT 1 FROM honour_question WHERE honour_question.guest_id = guest.id)
          OR EXISTS (SELECT 1 FROM honour_vote WHERE honour_vote.guest_id = guest.id)
        THEN 1 ELSE 0 END AS bound
      FROM guest JOIN party ON party.id = guest.party_id WHERE guest.person_id = \(person) ORDER BY party.id
      """
    ) { row in
      Held(
        id: try row.get("id"), party: try row.get("party_id"), title: try row.get("title"),
        place: PlaceMerge.Place(isBound: try row.get("bound"), rank: try row.get("rank")))
    }
  }

  /// Passes all places of one person to another.
  package func hand(from person: PersonID, to other: PersonID) throws {
    try connection.execute("UPDATE guest SET person_id = \(other) WHERE person_id = \(person)")
  }
}
