import Core
import Database
import House

/// The people who come to a party, and what each lets the others see.
package struct CompanyStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// The other people who come, and what this guest lets them see; in the order in which they said yes.
  package func company(of party: PartyID, besides guest: GuestID) throws -> (company: GuestCompany, own: Shown) {
    var (attendees, own): ([GuestCompany.Attendee], Shown) = ([], .unasked)
    try connection.forEach(
      """
      SELECT guest.id, guest.shown, guest.card_name, guest.card_line, person.name, person.organisation, person.role
      FROM guest JOIN person ON person.id = guest.person_id
      WHERE guest.party_id = \(party) AND (guest.id = \(guest) OR guest.state = 'accepted'
        AND guest.standing <> 'excluded' AND guest.removed_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM honour WHERE honour.guest_id = guest.id))
      ORDER BY coalesce(guest.answered_at, 0), guest.id
      """
    ) { row in
      if try row.get("id", as: GuestID.self) == guest {
        own = try row.get("shown")
      } else {
        attendees.append(try .init(row))
      }
    }
    return (GuestCompany(attendees), own)
  }

  package func set(_ shown: Shown, of guest: GuestID) throws {
    try connection.execute("UPDATE guest SET shown = \(shown) WHERE id = \(guest) AND shown <> \(shown)")
  }
}

extension GuestCompany.Attendee {
  fileprivate init(_ row: Row) throws {
    self.init(
      name: try row.get("name"), organisation: try row.get("organisation"), role: try row.get("role"),
      cardName: try row.get("card_name"), cardLine: try row.get("card_line"), shown: try row.get("shown"))
  }
}

extension Shown: Bindable {}
