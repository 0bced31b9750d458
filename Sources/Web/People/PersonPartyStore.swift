import Core
import Database

/// The parties at which a person has a place.
struct PersonPartyStore {
  let connection: any Connection

  func parties(of person: PersonID, host: HostID) throws -> [PartyID] {
    try connection.rows(
      """
      SELECT party.id FROM guest JOIN party ON party.id = guest.party_id
      WHERE guest.person_id = \(person) AND party.host_id = \(host)
      """
    ) { try $0.get("id") }
  }

  func titles(of person: PersonID, host: HostID) throws -> [String] {
    try connection.rows(
      """
      SELECT party.title FROM guest JOIN party ON party.id = guest.party_id
      WHERE guest.person_id = \(person) AND party.host_id = \(host) AND guest.standing <> 'excluded' ORDER BY party.id
      """
    ) { try $0.get("title") }
  }
}
