import Core
import Database
import Foundation
import House
import Records
import SystemZones

extension Services {
  /// On the first start: creates the owner and a sign-in link. Nil if there are already hosts.
  package func firstSignInLink() async throws -> String? {
    var host = newHost(email: Host.unknownAddress, name: "", language: .english)
    host.isOperator = true
    return try await database.write { [host] connection in
      let store = HostStore(connection: connection)
      guard try store.count() == 0 else { return nil }
      try store.insert(host, at: now())
      return try makeSignInLink(for: host.id, connection: connection)
    }
  }

  /// Creates the host unless there is one with this address; one who was locked out is readmitted. The first host looks
  /// after the installation.
  /// - Returns: the host the link admits, whether they are new, and the sign-in link.
  /// - Throws: `AppError.conflict` if there are as many hosts as the operator allows.
  package func addHost(
    email: String, name: String, language: Language
  ) async throws -> (host: Host, isNew: Bool, link: String) {
    let host = newHost(email: email, name: name, language: language)
    return try await database.write { connection in
      let store = HostStore(connection: connection)
      let known = try store.host(email: email)
      let rights = HostRights(services: self, connection: connection)
      if let known { try rights.readmit(known) } else { try insert(host, rights, store) }
      let bearer = known ?? host
      return (bearer, known == nil, try makeSignInLink(for: bearer.id, connection: connection))
    }
  }

  private func insert(_ host: Host, _ rights: HostRights, _ store: HostStore) throws {
    try rights.demandRoom()
    var host = host
    host.isOperator = try store.count() == 0
    try store.insert(host, at: now())
  }

  /// The machine's zone, until the host chooses another.
  var localZone: Zone {
    zones.first([SystemZones.localName(environment: ProcessInfo.processInfo.environment)].compactMap(\.self))
  }

  private func newHost(email: String, name: String, language: Language) -> Host {
    Host(
      id: newID(), email: email, name: name, language: language,
      zone: localZone.identifier, signature: "")
  }
}
