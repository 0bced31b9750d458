import Core
import Database
import House
import Records

/// Puts the thanks in the outbox; without an address the host sends them with their own program.
package struct HonourThanksPost {
  package let services: Services
  package let connection: any Connection

  package init(services: Services, connection: any Connection) {
    self.services = services
    self.connection = connection
  }

  package func post(_ honour: Honour, _ party: Party, _ host: Host) throws {
    let guest = try GuestStore(connection: connection).guest(honour.guest, of: party.id)
    let letter = try LetterComposition(services: services).thanks(
      honour.thanks, for: guest, party: party, host: host, connection: connection)
    let postbox = Postbox(services: services)
    var mail = postbox.mail(
      letter, kind: .thanks, key: "thanks:\(honour.guest)", guest: guest, party: party, host: host)
    if !guest.isReachable { mail.state = .byHand }
    try postbox.post(mail, connection)
  }
}
