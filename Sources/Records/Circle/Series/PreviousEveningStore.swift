import Core
import Database

/// The last evening as the letter to a circle's further evening describes it.
package struct PreviousEveningStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// Nil for a party that is not a circle's, or is its first.
  package func previous(of party: PartyID, for person: PersonID) throws -> PreviousEvening? {
    let row = try connection.row(
      """
      SELECT earlier.id, earlier.topic, earlier.outcome
      FROM party JOIN party AS earlier ON earlier.circle_id = party.circle_id AND earlier.id <> party.id
      WHERE party.id = \(party) AND earlier.state IN ('ended', 'closed') AND earlier.created_at <= party.created_at
      ORDER BY earlier.created_at DESC, earlier.id DESC LIMIT 1
      """)
    guard let row else { return nil }
    let wasThere = try connection.count(
      """
      SELECT count(*) AS n FROM participant JOIN guest ON guest.id = participant.guest_id
      WHERE participant.party_id = \(try row.get("id", as: PartyID.self)) AND participant.entered_at IS NOT NULL
        AND guest.person_id = \(person)
      """)
    return PreviousEvening(
      topic: try row.get("topic"), outcome: try row.get("outcome"), wasThere: wasThere > 0)
  }
}
