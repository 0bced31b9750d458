import Core
import House

/// A guest as identified by a link: their personal one, or their assistant's.
package struct Invited: Sendable {
  package let guest: GuestID
  package let party: PartyID
  package let token: Token
  package let standing: GuestStanding
  /// The language in which they are written to, if somebody has chosen one.
  package let language: Language?

  package init(guest: GuestID, party: PartyID, token: Token, standing: GuestStanding, language: Language? = nil) {
    self.guest = guest
    self.party = party
    self.token = token
    self.standing = standing
    self.language = language
  }
}
