/// Which servers browsers may use to find their way to each other. None is used that the operator has not named.
package struct TurnSettings: Sendable, Equatable {
  /// `stun:`, `turn:` and `turns:` (RFC 7064, RFC 7065), as browsers take them.
  package var urls: [String]
  /// What the server knows as `static-auth-secret`; empty where there is only STUN.
  package var secret: String
  /// How long credentials are good unless the operator says otherwise: whoever is sent away keeps them so long at most. A
  /// relayed address that was had in time goes on beyond their end.
  package static let minutes = 20
  /// How long credentials are good, in seconds.
  package var lifetime: Int

  package init(urls: [String], secret: String, lifetime: Int = Self.minutes * 60) {
    self.urls = urls
    self.secret = secret
    self.lifetime = lifetime
  }

  /// Those that need credentials.
  package var relays: [String] { urls.filter { $0.hasPrefix("turn") } }
  package var stun: [String] { urls.filter { $0.hasPrefix("stun") } }
}
