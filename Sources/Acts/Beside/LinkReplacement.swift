import Core
import Database
import Foundation
import House
import Records

/// Replaces a link that a guest lost: the old one no longer opens anything, and the new one goes to them by mail.
package struct LinkReplacement {
  package let services: Services
  package let connection: any Connection
  package let party: Party
  package let host: Host

  package init(services: Services, connection: any Connection, party: Party, host: Host) {
    self.services = services
    self.connection = connection
    self.party = party
    self.host = host
  }

  /// - Returns: true if a mail is on its way to the guest.
  /// - Throws: `AppError.notFound` if the party has no such guest.
  package func replace(of id: GuestID) throws -> Bool {
    let store = GuestStore(connection: connection)
    let number = try store.guest(id, of: party.id).guest.linkNumber + 1
    try store.replaceLink(of: id, number: number, hash: services.personalToken(id, number: number).hash)
    // Somebody with the old link may have named a person to answer.
    try HonourStore(connection: connection).removeAssistant(of: id)
    try store.note(GuestEvent.link, of: id, at: services.now())
    return try tell(try store.guest(id, of: party.id))
  }

  /// Waiting mail will contain the new link anyway, and a guest who is out needs none.
  private func tell(_ known: KnownGuest) throws -> Bool {
    guard party.stage != .cancelled, ![.declined, .withdrawn].contains(known.guest.invitation.state),
      known.isReachable, try OutboxStore(connection: connection).hasLeft(for: known.guest.id)
    else { return false }
    try OutboxQueue(connection: connection).stopAll(
      to: known.guest.id, kinds: [.newLink], MailProblem("outbox.problem.superseded"))
    if party.isMeeting, try EntryStore(connection: connection).entry(of: known.guest.id)?.stands == true {
      try EntryPost(services: services, connection: connection, party: party, host: host).relink(known)
    } else {
      let (postbox, key) = (Postbox(services: services), "newLink:\(known.guest.id):link\(known.guest.linkNumber)")
      let letter = try LetterComposition(services: services).newLink(
        for: known, party: party, host: host, hasEntry: false)
      try postbox.post(
        postbox.mail(letter, kind: .newLink, key: key, guest: known, party: party, host: host), connection)
    }
    return true
  }
}

extension LetterComposition {
  func newLink(for guest: KnownGuest, party: Party, host: Host, hasEntry: Bool) throws -> Letter {
    .newLink(try laterFacts(for: guest, party: party, host: host), hasEntry: hasEntry)
  }
}
