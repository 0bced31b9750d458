import Core
import Database
import Foundation
import House
import Records

/// Passes everything of one host to another: people, lists, parties, circles and mail. A person both know becomes one,
/// as when a host merges two; the new host's data about them stands.
package struct HostTransfer {
  package let services: Services
  package let connection: any Connection

  package init(services: Services, connection: any Connection) {
    self.services = services
    self.connection = connection
  }

  /// - Throws: `AppError.conflict` while people are at a party of theirs, and if it would change nothing.
  package func transfer(from old: Host, to new: Host, at now: Date) throws {
    guard old.id != new.id else { throw AppError.conflict(Message("operation.refused.same")) }
    guard try !HostRightStore(connection: connection).isHosting(old.id) else {
      throw AppError.conflict(Message("operation.refused.open"))
    }
    let parties = try PartyStore(connection: connection).parties(of: old.id)
    for pair in try HostTransferStore(connection: connection).move(from: old.id, to: new.id) {
      try PersonUnion(connection: connection).unite(pair.kept, with: pair.moved, of: new.id, at: now)
    }
    for party in parties { try handOver(try PartyStore(connection: connection).party(party.id), from: old, to: new) }
  }

  /// Puts the new host's name on mail that waits to be sent, and takes the evening out of the old host's calendar. The steward puts it into the new
  /// one by itself.
  private func handOver(_ party: Party, from old: Host, to new: Host) throws {
    try DateTelling(party, host: new, services: services, connection: connection).rewriteUnsent()
    try HostEntryWatch(services: services).leave(old, party, connection)
  }
}
