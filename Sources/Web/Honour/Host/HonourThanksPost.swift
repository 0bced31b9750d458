import Core
import Database

/// Puts the thanks in the outbox; without an address the host sends them with their own program.
struct HonourThanksPost {
  let services: Services
  let connection: any Connection

  func post(_ honour: Honour, _ party: Party, _ host: Host) throws {
    let guest = try GuestStore(connection: connection).guest(honour.guest, of: party.id)
    let letter = try LetterComposition(services: services).thanks(
      honour.thanks, for: guest, party: party, host: host, connection: connection)
    let postbox = Postbox(services: services)
    var mail = postbox.mail(
      letter, kind: .thanks, key: "thanks:\(honour.guest)", guest: guest, party: party, host: host)
    if guest.email.isEmpty { mail.state = .byHand }
    try postbox.post(mail, connection)
  }
}
