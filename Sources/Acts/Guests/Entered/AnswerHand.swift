import Core
import Database
import House
import Records

/// Somebody who writes down for a guest what came in another way than by their page: the host, or the program that read a mail.
/// Whoever makes one has asked already whether the party is the host's, or the mail the guest's.
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
