import Foundation

/// The conditions for believing a token whose signature is good.
package struct TokenRules: Sendable {
  let issuer: IssuerRule
  let client: String

  /// Seconds by which two clocks may differ.
  package static let skew = 60.0
  /// A notice of a logout that names no end is good for so many seconds.
  private static let logoutLife = 600.0
  private static let logoutEvent = "http://schemas.openid.net/event/backchannel-logout"

  package init(issuer: IssuerRule, client: String) {
    self.issuer = issuer
    self.client = client
  }

  /// An ID token (OpenID Connect Core §3.1.3.7).
  /// - Parameter asked: when this browser was sent to the provider.
  package func checkIdentity(
    _ token: SignedToken, nonce: String, asked: Date, at now: Date
  ) throws(TokenFlaw) {
    let claims = token.claims
    try checkSource(claims)
    guard let end = claims.time("exp"), end > now.addingTimeInterval(-Self.skew) else { throw .expired }
    guard let issued = issued(claims, at: now), issued >= asked.addingTimeInterval(-Self.skew) else { throw .issuedAt }
    if claims.has("nbf") {
      guard let start = claims.time("nbf"), start <= now.addingTimeInterval(Self.skew) else { throw .issuedAt }
    }
    guard claims.text("nonce") == nonce else { throw .nonce }
    guard Self.isSubject(claims.text("sub")) else { throw .subject }
  }

  /// A logout token (OpenID Connect Back-Channel Logout 1.0 §2.6).
  package func checkLogout(_ token: SignedToken, at now: Date) throws(TokenFlaw) {
    let claims = token.claims
    try checkSource(claims)
    guard let issued = issued(claims, at: now) else { throw .issuedAt }
    let end = claims.has("exp") ? claims.time("exp") : issued.addingTimeInterval(Self.logoutLife)
    guard let end, end > now.addingTimeInterval(-Self.skew) else { throw .expired }
    guard claims.object("events")?.object(Self.logoutEvent) != nil, !claims.has("nonce") else { throw .event }
    let (subject, session) = (claims.text("sub"), claims.text("sid"))
    guard Self.isSubject(subject) || subject == nil && session?.isEmpty == false else { throw .subject }
  }

  private func checkSource(_ claims: Claims) throws(TokenFlaw) {
    guard issuer.admits(claims) else { throw .issuer }
    let audiences = claims.texts("aud")
    guard audiences.contains(client) else { throw .audience }
    let party = claims.text("azp")
    guard party == client || party == nil && !claims.has("azp") && audiences.count == 1 else { throw .authorizedParty }
  }

  /// The time of issue; nil if it has not come yet.
  private func issued(_ claims: Claims, at now: Date) -> Date? {
    guard let issued = claims.time("iat"), issued <= now.addingTimeInterval(Self.skew) else { return nil }
    return issued
  }

  /// At most 255 characters of ASCII (OpenID Connect Core §2).
  private static func isSubject(_ text: String?) -> Bool {
    guard let text else { return false }
    return (1...255).contains(text.utf8.count) && text.utf8.allSatisfy { $0 < 0x80 }
  }
}
