import Core
import Database
import Formats
import Foundation
import House
import Records

/// A mail to a guest that bounced. Somebody who was only asked no longer holds a seat; somebody who has answered keeps
/// it. The host is told.
struct ReturnedMail {
  let services: Services
  let connection: any Connection
  let party: Party
  let host: Host
  let known: KnownGuest

  /// - Parameter keep: shows it beside the guest, with its kind, the address, and the server's words.
  func take(
    _ bounce: Bounce, _ mail: IncomingMail, keep: (GuestMail.Kind, String, String) throws -> Void
  ) throws {
    // While a server keeps trying, nothing is decided.
    guard bounce.outcome.isFinal, let failure = bounce.failures.first(where: { $0.outcome.isFinal }) else { return }
    let address = try address(failure, mail)
    let reason = [failure.status, failure.reason].filter { !$0.isEmpty }.joined(separator: " ")
    try keep(
      bounce.outcome == .permanent ? .bounce : .givenUp, address, reason.isEmpty ? mail.text.said : reason)
    // The host has since written to another address, or it was an assistant's.
    guard MailAddress.key(address) == MailAddress.key(known.email) else { return }
    if bounce.outcome == .permanent { try ReturnedAddressStore(connection: connection).mark(known.guest.person) }
    let wasAsked = known.guest.invitation.state == .invited
    if wasAsked, party.mayInvite(at: services.now()) {
      let facts = try WaveFacts(party, host: host, connection: connection)
      try Waves(services: services, connection: connection).giveUp(known.guest.id, facts)
    }
    let state = try GuestStore(connection: connection).guest(known.guest.id, of: party.id).guest.invitation.state
    let news = HostNotice.undelivered(name: known.name, address: address, isFree: wasAsked && !state.holdsSeat)
    try HostNewsPost(services: services, connection: connection)
      .tell(party, host: host, key: key(MailAddress.key(address)), about: known.guest.id) { _ in news }
  }

  /// One notice for each address, and another if somebody who comes can no longer be reached.
  private func key(_ address: String) -> String {
    let coming = known.guest.invitation.state.isExpected ? ":coming" : ""
    return NewsKey.undelivered.key("\(known.guest.id):\(address)\(coming)")
  }

  /// The address we wrote to: the server's if it is one of ours, otherwise that of the mail it returns, otherwise the
  /// only one.
  private func address(_ failure: Bounce.Failure, _ mail: IncomingMail) throws -> String {
    let sent = try OutboxStore(connection: connection).mails(to: known.guest.id).filter {
      $0.state.hasLeft && !$0.kind.isForHost
    }
    let told = [failure.address, failure.forwarded].map { MailAddress.key($0) }
    if let ours = sent.last(where: { told.contains(MailAddress.key($0.recipient)) }) { return ours.recipient }
    if let returned = sent.last(where: { mail.mentioned.contains($0.messageID) }) { return returned.recipient }
    let recipients = Set(sent.map { MailAddress.key($0.recipient) })
    return recipients.count == 1 ? sent[0].recipient : failure.address
  }
}
