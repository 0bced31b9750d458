import Core
import Database
import Foundation
import House

/// The people whom guests who declined would invite in their place.
package struct ReferralStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// Replaces an earlier one that the host has not decided on.
  package func save(_ referral: Referral, of guest: GuestID) throws {
    try connection.execute(
      """
      INSERT INTO referral (guest_id, name, line, contact, referred_at)
      VALUES (\(guest), \(referral.name), \(referral.line), \(referral.contact), \(referral.referredAt))
      ON CONFLICT (guest_id) DO UPDATE SET name = excluded.name, line = excluded.line, contact = excluded.contact,
        referred_at = excluded.referred_at
      WHERE referral.decision = 'open'
      """)
  }

  /// Leaves no trace of one that the host has not decided on.
  package func withdraw(of guest: GuestID) throws {
    try connection.execute("DELETE FROM referral WHERE guest_id = \(guest) AND decision = 'open'")
  }

  package func take(as person: PersonID, of guest: GuestID) throws {
    try connection.execute(
      "UPDATE referral SET decision = 'taken', person_id = \(person) WHERE guest_id = \(guest) AND decision = 'open'")
  }

  package func refuse(of guest: GuestID) throws {
    try connection.execute(
      """
      UPDATE referral SET decision = 'refused', name = '', line = '', contact = ''
      WHERE guest_id = \(guest) AND decision = 'open'
      """)
  }

  /// The guest who gave the address of somebody the host knows from nowhere else; nil if nobody did.
  package func giver(of person: PersonID) throws -> String? {
    try connection.row(
      """
      SELECT giver.name FROM referral
        JOIN person ON person.id = referral.person_id AND person.email <> '' AND person.email = referral.contact
        JOIN guest ON guest.id = referral.guest_id JOIN person AS giver ON giver.id = guest.person_id
      WHERE referral.person_id = \(person) ORDER BY referral.referred_at LIMIT 1
      """)?.get("name")
  }

  /// Erases the person a guest named, decided on or not.
  package func erase(of guest: GuestID) throws {
    try connection.execute("DELETE FROM referral WHERE guest_id = \(guest)")
  }

  /// Erases a person wherever a host's guests have named them without the host having taken them up.
  package func erase(naming search: NameSearch, of host: HostID) throws {
    let named = try connection.rows(
      """
      SELECT referral.guest_id, referral.name, referral.line, referral.contact FROM referral
        JOIN guest ON guest.id = referral.guest_id JOIN party ON party.id = guest.party_id
      WHERE party.host_id = \(host) AND referral.name <> ''
      """
    ) { row in
      let texts = try ["name", "line", "contact"].map { try row.get($0, as: String.self) }
      return (guest: try row.get("guest_id", as: GuestID.self), texts: texts)
    }
    for one in named where search.finds(inRow: one.texts) { try erase(of: one.guest) }
  }

  /// A referral that became the second person now counts for the first.
  package func unite(_ first: PersonID, with second: PersonID) throws {
    try connection.execute("UPDATE referral SET person_id = \(first) WHERE person_id = \(second)")
  }

  /// Removes the undecided ones of parties that are over: nobody will decide on them any more.
  package func removeUndecided() throws {
    try connection.execute(
      """
      DELETE FROM referral WHERE decision = 'open' AND guest_id IN (
        SELECT guest.id FROM guest JOIN party ON party.id = guest.party_id
        WHERE party.state IN ('ended', 'closed', 'cancelled'))
      """)
  }
}

extension Referral {
  /// Read from columns beside a guest's row; nil if the guest has named nobody.
  init?(_ row: Row) throws {
    guard let name: String = try row.find("referral_name") else { return nil }
    self.init(
      name: name, line: try row.get("referral_line"), contact: try row.get("referral_contact"),
      referredAt: try row.get("referred_at"), decision: try row.get("referral_decision"))
  }
}

extension KnownGuest {
  /// Includes the person they would invite in their place.
  init(referring row: Row) throws {
    try self.init(row)
    referral = try Referral(row)
  }
}

extension Referral.Decision: Bindable {}
