import Database
import Foundation
import House
import Records

extension Services {
  package func hosts() async throws -> [HostOverview] {
    try await database.read { [now] in try HostOverviewStore(connection: $0).all(at: now()) }
  }

  package func disableHost(_ email: String) async throws {
    try await database.write { connection in
      let rights = HostRights(services: self, connection: connection)
      try rights.disable(try rights.host(email))
    }
  }

  package func removeHost(_ email: String) async throws {
    let traces = try await database.write { connection in
      let rights = HostRights(services: self, connection: connection)
      return try rights.remove(try rights.host(email))
    }
    await forget(traces, areMany: true)
  }

  /// - Returns: how many accounts of providers were forgotten.
  package func unlinkHost(_ email: String) async throws -> Int {
    try await database.write { connection in
      let host = try HostRights(services: self, connection: connection).host(email)
      return try HostIdentityStore(connection: connection).removeAll(of: host.id)
    }
  }

  /// - Parameter new: the address of an existing host.
  package func transferHost(from old: String, to new: String) async throws {
    try await database.write { [now] connection in
      let rights = HostRights(services: self, connection: connection)
      try HostTransfer(services: self, connection: connection).transfer(
        from: try rights.host(old), to: try rights.host(new), at: now())
    }
  }
}
