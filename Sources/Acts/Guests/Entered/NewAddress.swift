import Core
import Database
import Foundation
import House
import Records

/// Replaces an address whose letter bounced, in the address book too, and sends the letter again.
package struct NewAddress {
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

  /// - Throws: `FieldErrors` for an address that is invalid, or belongs to somebody else in the host's address book.
  package func take(_ address: String, for id: GuestID) throws {
    let guest = try GuestStore(connection: connection).guest(id, of: party.id)
    let before = MailAddress.key(guest.email)
    try correct(address, of: guest.guest.person)
    try ReturnedAddressStore(connection: connection).clear(address, of: host.id)
    try GuestStore(connection: connection).note(GuestEvent.address, of: id, at: services.now())
    guard before != MailAddress.key(address) else {
      try sendFailed(to: id)
      return
    }
    let known = try GuestStore(connection: connection).guest(id, of: party.id)
    if try !sendFailed(to: id), mayWriteAgain(known) { try writeAgain(known) }
  }

  private func correct(_ address: String, of id: PersonID) throws {
    guard MailAddress.isValid(address) else {
      throw FieldErrors(["email": Message("person.error.email", ["value": address])])
    }
    let store = PersonStore(connection: connection)
    let record = try store.person(id, of: host.id).record.reached(at: address)
    if let key = record.emailKey, let bearer = try store.person(emailKey: key, of: host.id), bearer != id {
      throw FieldErrors(["email": Message("person.error.taken")])
    }
    try store.update(id, to: record, of: host.id, at: services.now())
  }

  /// Retries mail that had failed, and redirects waiting mail to the new address.
  /// - Returns: true if the letter is among them.
  @discardableResult
  private func sendFailed(to guest: GuestID) throws -> Bool {
    let (store, queue) = (OutboxStore(connection: connection), OutboxQueue(connection: connection))
    var isLetterOnItsWay = false
    for mail in try store.mails(to: guest) {
      // Mail that was stopped because the old address bounced is as good as failed.
      let isHeld = mail.state == .cancelled && mail.problem?.key == "outbox.problem.returned"
      guard isHeld || [.failed, .queued, .byHand].contains(mail.state), !mail.kind.isForHost, !mail.kind.isForAssistant
      else { continue }
      try store.renewAddress(of: mail)
      if isHeld || mail.state == .failed { _ = try queue.retry(mail.id, at: services.now()) }
      if mail.kind == .letter { isLetterOnItsWay = true }
    }
    return isLetterOnItsWay
  }

  private func mayWriteAgain(_ guest: KnownGuest) -> Bool {
    guest.guest.wasWrittenTo && guest.guest.invitation.answer == nil && party.mayInvite(at: services.now())
  }

  /// Used if the letter had left and bounced later.
  private func writeAgain(_ guest: KnownGuest) throws {
    let letter = try LetterComposition(services: services).invitation(
      for: guest, party: party, host: host, connection: connection)
    let key = "letter:\(guest.guest.id):\(services.newID(Entity.OutboxMail.self))"
    try Postbox(services: services).post(
      Postbox(services: services).mail(letter, kind: .letter, key: key, guest: guest, party: party, host: host),
      connection)
  }
}
