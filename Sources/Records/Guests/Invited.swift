import Core
import House

/// A guest as a link names them: their personal one, or their assistant's.
package struct Invited: Sendable {
  package let guest: GuestID
  package let party: PartyID
  package let token: Token
  package let standing: GuestStanding
  /// In which they are written to, where somebody has said so.
  package let language: Language?

  package init(guest: GuestID, party: PartyID, token: Token, standing: GuestStanding, language: Language? = nil) {
    self.guest = guest
    self.party = party
    self.token = token
    self.standing = standing
    self.language = language
  }
}
