/// The issuers a token may come from: one, or in systems of many tenants (Entra) those the operator names.
package struct IssuerRule: Sendable, Equatable {
  /// The issuer in the provider's metadata.
  let issuer: String
  /// Ids that may stand for `{tenantid}` in it.
  let tenants: Set<String>

  private static let placeholder = "{tenantid}"
  package static let google = "https://accounts.google.com"

  package init(issuer: String, tenants: Set<String> = []) {
    self.issuer = issuer
    self.tenants = tenants
  }

  package func admits(_ claims: Claims) -> Bool {
    guard let said = claims.text("iss") else { return false }
    // Google writes it both ways (“Authenticate with a backend server”, Google Identity).
    if issuer == Self.google { return said == issuer || said == "accounts.google.com" }
    guard issuer.contains(Self.placeholder) else { return said == issuer }
    guard let tenant = claims.text("tid"), tenants.contains(tenant) else { return false }
    return said == issuer.replacing(Self.placeholder, with: tenant)
  }

  /// The issuer under which somebody is remembered.
  package func name(of claims: Claims) -> String {
    issuer.contains(Self.placeholder) ? claims.text("iss") ?? issuer : issuer
  }

  /// True if an answer may name this issuer; its token is checked more strictly.
  package func mayBe(_ said: String) -> Bool {
    said == issuer || tenants.contains { said == issuer.replacing(Self.placeholder, with: $0) }
  }

  /// True if the issuer has a place for a tenant's id.
  static func isTemplate(_ issuer: String) -> Bool { issuer.contains(placeholder) }
}
