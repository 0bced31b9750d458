import Foundation

/// A provider's description of itself (OpenID Connect Discovery §3).
package struct ProviderMetadata: Sendable, Equatable {
  package let issuer: IssuerRule
  package let authorization: String
  package let token: String
  package let keys: String
  /// The page with more claims about a person; nil if there is none.
  package let userInfo: String?
  /// True if the client's secret goes into the form, not into a header.
  package let wantsSecretInForm: Bool
  /// True if each answer names its issuer (RFC 9207 §3).
  package let namesIssuer: Bool
  /// True if it announces PKCE with SHA-256; many providers support it without saying so.
  package let saysPKCE: Bool
  /// True if it announces back-channel logout.
  package let tellsLogouts: Bool

  package enum Flaw: String, Error, Sendable {
    /// No JSON, or an address is missing.
    case unreadable
    /// They are another issuer's.
    case otherIssuer
    /// Many tenants, and the operator names none.
    case noTenants
    /// An address without encryption, or none at all.
    case insecure
    /// None of its signatures is one that we take.
    case signatures
  }

  /// - Throws: `Flaw`.
  package init(_ json: Data, of settings: ProviderSettings) throws(Flaw) {
    guard let said = Claims(json), let issuer = said.text("issuer"),
      let authorization = said.text("authorization_endpoint"), let token = said.text("token_endpoint"),
      let keys = said.text("jwks_uri")
    else { throw .unreadable }
    try Self.checkIssuer(issuer, settings)
    let addresses = [authorization, token, keys]
    guard addresses.allSatisfy({ Self.isSafe($0, like: settings.issuer) }) else { throw .insecure }
    let algorithms = said.texts("id_token_signing_alg_values_supported")
    guard algorithms.isEmpty || algorithms.contains(where: { SignatureAlgorithm(rawValue: $0) != nil }) else {
      throw .signatures
    }
    (self.authorization, self.token, self.keys) = (authorization, token, keys)
    self.issuer = IssuerRule(issuer: issuer, tenants: settings.tenants)
    userInfo = said.text("userinfo_endpoint").flatMap { Self.isSafe($0, like: settings.issuer) ? $0 : nil }
    let ways = said.texts("token_endpoint_auth_methods_supported")
    wantsSecretInForm = !ways.isEmpty && !ways.contains("client_secret_basic") && ways.contains("client_secret_post")
    namesIssuer = said.isTrue("authorization_response_iss_parameter_supported")
    saysPKCE = said.texts("code_challenge_methods_supported").contains("S256")
    tellsLogouts = said.isTrue("backchannel_logout_supported")
  }

  /// They are the ones of the issuer that was asked (§4.3). A system of many tenants says one with a place for the tenant's id.
  private static func checkIssuer(_ said: String, _ settings: ProviderSettings) throws(Flaw) {
    if said == settings.issuer { return }
    guard IssuerRule.isTemplate(said), URL(string: settings.issuer)?.host() == host(ofTemplate: said) else {
      throw .otherIssuer
    }
    guard !settings.tenants.isEmpty else { throw .noTenants }
  }

  private static func host(ofTemplate issuer: String) -> String? {
    URL(string: issuer.replacing("{", with: "").replacing("}", with: ""))?.host()
  }

  /// https, or as the issuer itself: without encryption the operator's settings allow this machine alone.
  private static func isSafe(_ address: String, like issuer: String) -> Bool {
    guard address.utf8.count <= 1000,
      address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"\"'<>\\".utf8.contains($0) }),
      let url = URL(string: address), let own = URL(string: issuer), let host = url.host(), !host.isEmpty,
      url.user() == nil, url.fragment() == nil
    else { return false }
    return url.scheme == "https" || url.scheme == own.scheme && host == own.host()
  }
}
