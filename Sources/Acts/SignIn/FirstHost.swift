import Core
import Database
import Foundation
import House
import Records
import SystemZones

extension Services {
  /// On the first start: makes the owner and a link to sign in with. Nil when there are hosts already.
  package func firstSignInLink() async throws -> String? {
    let host = newHost(email: Host.unknownAddress, name: "", language: .english)
    return try await database.write { connection in
      let store = HostStore(connection: connection)
      guard try store.count() == 0 else { return nil }
      try store.insert(host, at: now())
      return try makeSignInLink(for: host.id, connection: connection)
    }
  }

  /// Makes the host unless there is one with this address.
  /// - Returns: whom the link lets in, whether they are new here, and the link to sign in with.
  package func addHost(
    email: String, name: String, language: Language
  ) async throws -> (host: Host, isNew: Bool, link: String) {
    let host = newHost(email: email, name: name, language: language)
    return try await database.write { connection in
      let store = HostStore(connection: connection)
      let known = try store.host(email: email)
      if known == nil { try store.insert(host, at: now()) }
      let bearer = known ?? host
      return (bearer, known == nil, try makeSignInLink(for: bearer.id, connection: connection))
    }
  }

  /// That of the machine, until the host says another.
  private var localZone: Zone {
    zones.first([SystemZones.localName(environment: ProcessInfo.processInfo.environment)].compactMap(\.self))
  }

  private func newHost(email: String, name: String, language: Language) -> Host {
    Host(
      id: newID(), email: email, name: name, language: language,
      zone: localZone.identifier, signature: "")
  }
}
