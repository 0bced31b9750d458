import Core
import Database

/// The parties at which a person has a place.
package struct PersonPartyStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  package func parties(of person: PersonID, host: HostID) throws -> [PartyID] {
    try connection.rows(
      """
      SELECT party.id FROM guest JOIN party ON party.id = guest.party_id
      WHERE guest.person_id = \(person) AND party.host_id = \(host)
      """
    ) { try $0.get("id") }
  }

  package func titles(of person: PersonID, host: HostID) throws -> [String] {
    try connection.rows(
      """
      SELECT party.title FROM guest JOIN party ON party.id = guest.party_id
      WHERE guest.person_id = \(person) AND party.host_id = \(host) AND guest.standing <> 'excluded' ORDER BY party.id
      """
    ) { try $0.get("title") }
  }
}
