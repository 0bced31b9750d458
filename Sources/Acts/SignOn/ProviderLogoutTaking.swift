import Foundation
import House
import Logging
import OpenID
import Records

extension Services {
  /// A provider says that somebody has signed out there (OpenID Connect Back-Channel Logout 1.0).
  /// - Throws: `TokenFlaw` for what is no such notice, and what kept the provider's keys from being fetched.
  package func takeLogout(_ text: String, from provider: ProviderSettings) async throws {
    do {
      let metadata = try await providers.metadata(provider, at: uptime())
      let token = try await providers.token(text, of: provider, at: uptime())
      try TokenRules(issuer: metadata.issuer, client: provider.clientID).checkLogout(token, at: now())
      let claims = token.claims
      let logout = ProviderLogout(
        issuer: metadata.issuer.name(of: claims), subject: claims.text("sub"), session: claims.text("sid"),
        until: (claims.time("iat") ?? now()).addingTimeInterval(TokenRules.skew))
      let count = try await database.write { try SessionStore(connection: $0).end(logout) }
      logger.info("logout by provider", metadata: ["provider": "\(provider.key)", "sessions": "\(count)"])
    } catch {
      logger.warning(
        "logout not taken", metadata: ["provider": "\(provider.key)", "reason": "\(SignOn.word(error))"])
      throw error
    }
  }
}
