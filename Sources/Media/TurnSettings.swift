/// The servers browsers may use to find their way to each other. Only servers the operator has named are used.
package struct TurnSettings: Sendable, Equatable {
  /// `stun:`, `turn:` and `turns:` (RFC 7064, RFC 7065), as browsers take them.
  package var urls: [String]
  /// The secret that the server knows as `static-auth-secret`; empty if there is only STUN.
  package var secret: String
  /// The lifetime of credentials in minutes unless the operator sets another: the longest time for which somebody who
  /// was removed can still use them. A relayed address allocated in time outlives them.
  package static let minutes = 20
  /// The lifetime of credentials in seconds.
  package var lifetime: Int

  package init(urls: [String], secret: String, lifetime: Int = Self.minutes * 60) {
    self.urls = urls
    self.secret = secret
    self.lifetime = lifetime
  }

  /// The servers that need credentials.
  package var relays: [String] { urls.filter { $0.hasPrefix("turn") } }
  package var stun: [String] { urls.filter { $0.hasPrefix("stun") } }
}
