/// A provider by which hosts sign in, as the operator describes it.
package struct ProviderSettings: Sendable, Equatable {
  /// In addresses and in the names of settings: small letters and digits.
  package let key: String
  /// On the button.
  package var name: String
  /// Its address, as it says it itself; `/.well-known/openid-configuration` lies below.
  package let issuer: String
  /// By which it knows us.
  package let clientID: String
  /// Nil for a client that has none and relies on PKCE.
  package var clientSecret: String?
  package var scopes = ["openid", "email", "profile"]
  /// Whoever has an address there may become a host.
  package var domains: Set<String> = []
  /// Whoever is in one of them may.
  package var groups: Set<String> = []
  /// Where a token says of which groups somebody is.
  package var groupsClaim = "groups"
  /// Of a system of many tenants, those whose people may sign in.
  package var tenants: Set<String> = []
  /// Whether it may have an address that is not public.
  package var isPrivate = false
  /// A file of certificates to trust instead of the system's.
  package var authorityFile: String?
  /// Whether addresses count that it doesn't call verified.
  package var trustsAddresses = false

  package init(key: String, name: String, issuer: String, clientID: String, clientSecret: String? = nil) {
    (self.key, self.name, self.issuer) = (key, name, issuer)
    (self.clientID, self.clientSecret) = (clientID, clientSecret)
  }

  package var isGoogle: Bool { issuer == IssuerRule.google }

  /// Where it describes itself (OpenID Connect Discovery §4).
  package var discovery: String {
    (issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer) + "/.well-known/openid-configuration"
  }
}
