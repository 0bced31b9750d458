import Core
import Database
import Foundation
import House
import Records

extension Services {
  /// Changes a party in one transaction.
  /// - Throws: `AppError.conflict` if it is over or cancelled.
  package func change(
    _ id: PartyID, of host: HostID,
    _ change: @escaping @Sendable (inout Party, any Connection) throws -> Void
  ) async throws {
    let now = now()
    try await database.write { connection in
      let store = PartyStore(connection: connection)
      var party = try store.editableParty(id, of: host)
      try change(&party, connection)
      try store.update(party, at: now)
    }
  }
}
