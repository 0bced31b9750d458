import Core
import Database
import Foundation

extension SuppressionStore {
  /// The guests who must not be written to: their address is listed, or they have objected to the host who invited
  /// them.
  package func objected(among guests: [KnownGuest]) throws -> Set<GuestID> {
    if let all = try everybody() {
      if all.hashes.isEmpty && all.people.isEmpty { return [] }
      let listed = all.hashes.isEmpty ? [] : listed(among: guests.map(\.email), on: all.hashes)
      return objected(among: guests, listed: listed, people: all.people)
    }
    return objected(
      among: guests, listed: try listed(among: guests.map(\.email)),
      people: try objectors(among: guests.map(\.guest.person)))
  }

  private func objected(among guests: [KnownGuest], listed: Set<String>, people: Set<PersonID>) -> Set<GuestID> {
    Set(guests.filter { listed.contains($0.email) || people.contains($0.guest.person) }.map(\.guest.id))
  }

  /// Both lists whole; nil if they are too long for that.
  private func everybody() throws -> (hashes: Set<String>, people: Set<PersonID>)? {
    try connection.remembered(
      """
      SELECT address_hash, NULL AS person_id FROM suppression
      UNION ALL SELECT DISTINCT NULL, guest.person_id FROM objection JOIN guest ON guest.id = objection.guest_id
      LIMIT \(Self.few + 1)
      """
    ) { rows in
      guard rows.count <= Self.few else { return nil }
      return (
        Set(try rows.compactMap { try $0.find("address_hash", as: String.self) }),
        Set(try rows.compactMap { try $0.find("person_id", as: PersonID.self) })
      )
    }
  }

  package func objectors(among people: [PersonID]) throws -> Set<PersonID> {
    let objectors: SQL = "SELECT DISTINCT guest.person_id FROM objection JOIN guest ON guest.id = objection.guest_id"
    let person: (Row) throws -> PersonID = { try $0.get("person_id") }
    let all = try connection.remembered("\(objectors) LIMIT \(Self.few + 1)") { try $0.map(person) }
    let found =
      all.count <= Self.few
      ? all : try connection.rows("\(objectors) WHERE guest.person_id IN \(list: people)", as: person)
    return Set(found).intersection(people)
  }
}
