import Core
import House

/// A guest as a link names them: their personal one, or their assistant's.
package struct Invited: Sendable {
  package let guest: GuestID
  package let party: PartyID
  package let token: Token
  package let standing: GuestStanding

  package init(guest: GuestID, party: PartyID, token: Token, standing: GuestStanding) {
    self.guest = guest
    self.party = party
    self.token = token
    self.standing = standing
  }
}
