import Core
import Database
import Foundation
import House
import Logging
import OpenID
import Records

/// Lets somebody in whom a provider has signed in: as the host they are, the one who was invited under their address, or a new one.
package struct SignOnEntry {
  let services: Services
  let provider: ProviderSettings
  let connection: any Connection

  package init(services: Services, provider: ProviderSettings, connection: any Connection) {
    (self.services, self.provider, self.connection) = (services, provider, connection)
  }

  /// - Parameter language: of the page by which they came.
  /// - Throws: `HostAdmission.Refusal`.
  package func host(_ claims: Claims, _ identity: HostIdentity, language: Language) throws -> HostID {
    let visitor = HostAdmission.Visitor(claims, of: provider)
    let identities = HostIdentityStore(connection: connection)
    let (known, namesake) = (try identities.host(identity), try host(with: visitor.email))
    let acquaintance = try acquaintance(known, namesake, identity)
    switch HostAdmission(of: provider).outcome(visitor, acquaintance) {
    case .refuse(let refusal): throw refusal
    case .enter: break
    case .link:
      guard let namesake else { throw HostAdmission.Refusal.uninvited }
      try identities.insert(identity, of: namesake.id, at: services.now())
    case .become:
      let host = try newHost(visitor, claims, language)
      try identities.insert(identity, of: host.id, at: services.now())
      return host.id
    }
    guard let host = known ?? namesake else { throw HostAdmission.Refusal.uninvited }
    return host.id
  }

  private func host(with email: String?) throws -> Host? {
    try email.flatMap { try HostStore(connection: connection).host(email: $0) }
  }

  private func acquaintance(
    _ known: Host?, _ namesake: Host?, _ identity: HostIdentity
  ) throws -> HostAdmission.Acquaintance {
    if let known { return .known(isDisabled: known.isDisabled) }
    guard let namesake else { return .stranger }
    let isTaken = try HostIdentityStore(connection: connection).has(identity.issuer, namesake.id)
    return .address(isDisabled: namesake.isDisabled, isTaken: isTaken)
  }

  private func newHost(_ visitor: HostAdmission.Visitor, _ claims: Claims, _ language: Language) throws -> Host {
    do { try HostRights(services: services, connection: connection).demandRoom() } catch AppError.conflict {
      throw HostAdmission.Refusal.full
    }
    let zones = [claims.text("zoneinfo"), services.localZone.identifier].compactMap(\.self)
    let host = Host(
      id: services.newID(), email: visitor.email ?? "", name: Self.name(claims), language: language,
      zone: services.zones.first(zones).identifier, signature: "")
    try HostStore(connection: connection).insert(host, at: services.now())
    return host
  }

  /// The provider's name for the person, if it is a plain name; the host can change it.
  private static func name(_ claims: Claims) -> String {
    let name = (claims.text("name") ?? "").withoutHiddenMarks.trimmingCharacters(in: .whitespacesAndNewlines)
    return PlainName.isPlain(name) ? name : ""
  }
}

extension Services {
  /// Signs in the person who comes back from a provider.
  /// - Parameters:
  ///   - key: of the new session.
  ///   - device: what the browser says of itself.
  /// - Throws: `HostAdmission.Refusal`.
  package func signOn(
    _ claims: Claims, _ session: ProviderSession, by provider: ProviderSettings, key: (id: SessionID, hash: String),
    device: String, language: Language
  ) async throws -> HostID {
    do {
      return try await database.write { connection in
        let host = try SignOnEntry(services: self, provider: provider, connection: connection)
          .host(claims, session.identity, language: language)
        try SessionStore(connection: connection).insert(
          key.id, hash: key.hash, host: host, device: device, provider: session, at: now())
        return host
      }
    } catch let refusal as HostAdmission.Refusal {
      logger.notice("sign-on refused", metadata: ["provider": "\(provider.key)", "reason": "\(refusal.rawValue)"])
      throw refusal
    }
  }
}
