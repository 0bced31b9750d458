import Core
import Database
import Foundation
import House
import Records

/// Sends a host's message to several guests at once.
package struct HostMessagePost {
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

  /// The number already sent.
  package func count() throws -> Int {
    try OutboxStore(connection: connection).keys(of: .message, at: party.id).compactMap(Self.number).max() ?? 0
  }

  /// The guests who would get it and have not objected.
  package func recipients(of audience: HostMessage.Audience) throws -> [KnownGuest] {
    let asked = try GuestStore(connection: connection).everybody(of: party.id).filter { audience.includes($0.guest) }
    let objected = try SuppressionStore(connection: connection).objected(among: asked)
    return asked.filter { !objected.contains($0.guest.id) }
  }

  /// - Parameter number: the number of the message within the party, from 1. The same one is sent once.
  /// - Throws: `FieldErrors`; `AppError.conflict` once there were enough messages, or the party is over.
  package func send(_ message: HostMessage, number: Int) throws {
    if !message.problems.isEmpty { throw FieldErrors(message.problems) }
    guard party.takesAnswers else { throw AppError.conflict(Message("waves.problem.over")) }
    let count = try count()
    if number <= count {
      guard try subject(of: number) == message.subject else {
        throw AppError.conflict(Message("message.error.meanwhile"))
      }
      return
    }
    guard count < HostMessage.most, number == count + 1 else {
      throw AppError.conflict(Message("message.error.enough"))
    }
    for known in try recipients(of: message.audience) { try write(message, number, to: known) }
  }

  private func subject(of number: Int) throws -> String? {
    try OutboxStore(connection: connection).mails(of: party.id, host: host.id)
      .first { $0.kind == .message && Self.number(of: $0.key) == number }?.subject
  }

  /// Without an address, the host sends it in person.
  private func write(_ message: HostMessage, _ number: Int, to known: KnownGuest) throws {
    let facts = try LetterComposition(services: services).laterFacts(for: known, party: party, host: host)
    let postbox = Postbox(services: services)
    var mail = postbox.mail(
      .message(facts, subject: message.subject, text: message.text), kind: .message,
      key: "message:\(number):\(known.guest.id)", guest: known, party: party, host: host)
    if !known.isReachable { mail.state = .byHand }
    try postbox.post(mail, connection)
  }

  private static func number(of key: String) -> Int? {
    let parts = key.split(separator: ":")
    return parts.count == 3 ? Int(parts[1]) : nil
  }
}
