/// The signatures that are taken, all by a public key (RFC 7518 §3.1): one that a secret makes could be made by whoever knows the
/// public key and is believed to be one.
package enum SignatureAlgorithm: String, Sendable, CaseIterable {
  case rs256 = "RS256"
  case ps256 = "PS256"
  case es256 = "ES256"

  /// The kind of key that makes them (RFC 7518 §6.1).
  var keyType: String { self == .es256 ? "EC" : "RSA" }
}
