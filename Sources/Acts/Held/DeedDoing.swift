import Core
import Database
import Foundation
import House
import Records

/// The effect of a host's button, inside one transaction.
package struct DeedDoing {
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

  package func perform(_ deed: HeldAct.Deed) throws {
    let decision = DateDecision(services: services, connection: connection)
    switch deed {
    case .letters(let guests): try waves.write(to: Set(guests), by: .mail, try facts())
    case .withdrawal(let guest): try waves.withdraw(guest, try facts())
    case .honourLetter: try writeToHonoured()
    case .release: try release()
    case .confirmation(let date): try confirm(date, decision)
    case .move(let date): try decision.move(to: date, of: party)
    case .anew(let date): try decision.setAnew(date, of: party)
    case .cancellation(let reason): try decision.cancel(party, reason: reason)
    case .message(let message, let number):
      try HostMessagePost(services: services, connection: connection, party: party, host: host)
        .send(message, number: number)
    case .reminder(let guest): try waves.remind(guest, try facts())
    case .admission(let guest): try waves.admit(guest, try facts())
    }
  }

  private var waves: Waves { Waves(services: services, connection: connection) }

  private func facts() throws -> WaveFacts { try WaveFacts(party, host: host, connection: connection) }

  /// Confirming a date that is already confirmed changes nothing.
  private func confirm(_ date: PartyDate, _ decision: DateDecision) throws {
    guard party.confirmedAt == nil else { return }
    if party.dateKind == .poll {
      let slots = try SlotStore(connection: connection).slots(of: party)
      guard slots.contains(where: { $0.start == date.instant }) else {
        throw AppError.conflict(Message("scheduling.error.slotGone"))
      }
    }
    try decision.confirm(date, of: party)
  }

  private func writeToHonoured() throws {
    let guest = try GuestStore(connection: connection).guest(try honour().guest, of: party.id)
    try waves.writeToHonoured(guest, by: .mail, party, host)
  }

  private func release() throws {
    try HonourInviting(services: services, connection: connection, party: party, host: host).release(try honour())
  }

  private func honour() throws -> Honour {
    guard let honour = try HonourStore(connection: connection).honour(of: party.id) else { throw AppError.notFound }
    return honour
  }
}
