/// Who may have issued a token: one issuer, or in systems of many tenants (Entra) those that the operator names.
package struct IssuerRule: Sendable, Equatable {
  /// As the provider's metadata says it.
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

  /// Whether an answer may name this issuer; its token says more.
  package func mayBe(_ said: String) -> Bool {
    said == issuer || tenants.contains { said == issuer.replacing(Self.placeholder, with: $0) }
  }

  /// Whether it has a place for the tenant's id.
  static func isTemplate(_ issuer: String) -> Bool { issuer.contains(placeholder) }
}
