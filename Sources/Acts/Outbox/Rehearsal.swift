import Core
import Database
import House
import Records

/// A preview of the mail an act would send: it is performed in a transaction, its mails are read, and everything is
/// rolled back.
package struct Rehearsal {
  package let services: Services
  package let party: PartyID
  package let host: HostID

  package init(services: Services, party: PartyID, host: HostID) {
    self.services = services
    self.party = party
    self.host = host
  }

  /// - Returns: the mails to guests, in the order in which they would leave.
  /// - Throws: whatever the act throws.
  package func mails(of act: @escaping @Sendable (any Connection) throws -> Void) async throws -> [OutgoingMail] {
    do {
      try await services.database.write { [party, host] connection in
        let store = OutboxStore(connection: connection)
        let before = Set(try store.mails(of: party, host: host).map(\.id))
        try act(connection)
        let written = try store.mails(of: party, host: host).filter { !before.contains($0.id) && !$0.kind.isForHost }
        throw Undone(mails: written.reversed())
      }
    } catch let undone as Undone {
      return undone.mails
    }
    return []
  }

  private struct Undone: Error {
    let mails: [OutgoingMail]
  }
}
