import Core
import Database

/// The details a person hands to somebody they want to hear from.
package struct FloorCardStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// The card as its owner sees it on their personal page. Nil for somebody who no longer exists.
  package func card(of who: ParticipantID, at party: PartyID) throws -> FloorCard? {
    guard who != .host else { return try hostCard(party) }
    guard let guest = GuestID(who.rawValue) else { return nil }
    let known = try GuestStore(connection: connection).guest(guest, of: party)
    let hasSaved = try GuestEventStore(connection: connection).events(of: guest).contains { $0.kind == GuestEvent.card }
    let card = known.card(hasSaved: hasSaved)
    return FloorCard(name: card.name, line: card.line, email: card.email, phone: card.phone, web: card.web)
  }

  private func hostCard(_ id: PartyID) throws -> FloorCard? {
    let party = try PartyStore(connection: connection).party(id)
    return try HostStore(connection: connection).host(party.host).map { host in
      FloorCard(
        name: host.floorProfile.name, line: host.signature.replacing("\n", with: ", "), email: host.email, phone: "",
        web: "")
    }
  }
}

extension KnownGuest {
  /// Their own card once they have saved one, otherwise the address book's details, as the personal page proposes them.
  package func card(hasSaved: Bool) -> Guest.Card {
    guard !hasSaved else { return guest.card }
    var card = Guest.Card()
    card.name = name
    card.line = [role, organisation].filter { !$0.isEmpty }.joined(separator: ", ")
    card.email = email
    return card
  }
}
