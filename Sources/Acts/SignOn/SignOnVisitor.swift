import Core
import OpenID

extension HostAdmission.Visitor {
  /// Somebody as their provider describes them. An address counts as theirs only where the provider has looked, or the operator says that it
  /// may be trusted: whoever can write any address into their profile there would else be any host here.
  init(_ claims: Claims, of provider: ProviderSettings) {
    let email = Self.email(claims, provider)
    let domain = provider.isGoogle ? claims.text("hd") : email?.split(separator: "@").last.map(String.init)
    self.init(email: email, domain: domain?.lowercased(), groups: Set(claims.texts(provider.groupsClaim)))
  }

  private static func email(_ claims: Claims, _ provider: ProviderSettings) -> String? {
    let names = provider.trustsAddresses ? ["email", "preferred_username", "upn"] : ["email"]
    guard let said = names.lazy.compactMap(claims.text).first(where: MailAddress.isValid) else { return nil }
    let isVerified = provider.isGoogle ? isGoogles(said, claims) : claims.isTrue("email_verified")
    return isVerified || provider.trustsAddresses ? MailAddress.key(said) : nil
  }

  /// Google speaks for its own domain and those it hosts; of others it knows what once was (“Verify the Google ID token”, Google Identity).
  private static func isGoogles(_ email: String, _ claims: Claims) -> Bool {
    claims.isTrue("email_verified") && (claims.has("hd") || MailAddress.key(email).hasSuffix("@gmail.com"))
  }
}

extension HostAdmission {
  init(of provider: ProviderSettings) {
    self.init(Rules(domains: provider.domains, groups: provider.groups))
  }
}
