import Core
import Database
import House
import Records

/// Somebody who records for a guest what came in by some other way than their page: the host, or the program that read
/// a mail. Whoever creates one has already checked that the party is the host's, or the mail the guest's.
package struct AnswerHand: GuestDelegate {
  package let guest: GuestID
  package let party: PartyID
  package let source: AnswerSource

  package init(guest: GuestID, party: PartyID, source: AnswerSource) {
    self.guest = guest
    self.party = party
    self.source = source
  }

  package var right: GuestRight { .answer }

  package func isKnown(_ connection: any Connection) throws -> Bool { true }

  package func isKnown(as guest: Guest, _ services: Services, _ connection: any Connection) throws -> Bool { true }
}
