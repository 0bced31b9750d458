/// A provider by which hosts sign in, as the operator describes it.
package struct ProviderSettings: Sendable, Equatable {
  /// The short name in addresses and settings: small letters and digits.
  package let key: String
  /// The name on the button.
  package var name: String
  /// Its address, as it says it itself; `/.well-known/openid-configuration` lies below.
  package let issuer: String
  /// The name by which the provider knows us.
  package let clientID: String
  /// The client's secret; nil for a public client, which relies on PKCE.
  package var clientSecret: String?
  package var scopes = ["openid", "email", "profile"]
  /// Mail domains whose people may become hosts.
  package var domains: Set<String> = []
  /// Groups whose members may become hosts.
  package var groups: Set<String> = []
  /// The claim that lists a person's groups.
  package var groupsClaim = "groups"
  /// In a system of many tenants, the tenants whose people may sign in.
  package var tenants: Set<String> = []
  /// True if its address need not be public.
  package var isPrivate = false
  /// A file of certificates to trust instead of the system's.
  package var authorityFile: String?
  /// True if mail addresses count without being called verified.
  package var trustsAddresses = false

  package init(key: String, name: String, issuer: String, clientID: String, clientSecret: String? = nil) {
    (self.key, self.name, self.issuer) = (key, name, issuer)
    (self.clientID, self.clientSecret) = (clientID, clientSecret)
  }

  package var isGoogle: Bool { issuer == IssuerRule.google }

  /// The address of its description (OpenID Connect Discovery §4).
  package var discovery: String {
    (issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer) + "/.well-known/openid-configuration"
  }
}
