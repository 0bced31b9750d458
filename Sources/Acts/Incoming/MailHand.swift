import Core
import Database
import House
import Records

/// A guest whose own mail program answers: whose it is was told by the address to which it wrote, and by the entry's attendee.
struct MailHand: GuestDelegate {
  let guest: GuestID
  let party: PartyID

  /// None: no link was followed.
  var token: Token { Token(bytes: []) }
  var right: GuestRight { .answer }

  func isKnown(_ connection: any Connection) throws -> Bool { true }

  func isKnown(as guest: Guest, _ services: Services, _ connection: any Connection) throws -> Bool { true }
}
