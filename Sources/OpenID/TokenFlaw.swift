/// Why a token is not believed. The words stand in logs.
package enum TokenFlaw: String, Error, Sendable {
  /// No JWS in compact form, or none whose claims can be read.
  case malformed
  /// Signed in a way that is not taken, or not at all.
  case algorithm
  /// By a key that its issuer does not show.
  case unknownKey
  case signature
  case issuer
  case audience
  /// Made for another client (`azp`).
  case authorizedParty
  /// Not the answer to what this browser asked.
  case nonce
  case expired
  /// From the future, or older than the question.
  case issuedAt
  case subject
  /// No notice of a logout, or something else beside it.
  case event
}
