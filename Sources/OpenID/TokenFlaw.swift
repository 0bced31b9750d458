/// The reason a token is not believed. The words appear in logs.
package enum TokenFlaw: String, Error, Sendable {
  /// The text is no JWS in compact form, or its claims can't be read.
  case malformed
  /// The signature's algorithm is not accepted, or there is none.
  case algorithm
  /// The key is not among those the issuer shows.
  case unknownKey
  case signature
  case issuer
  case audience
  /// The token was made for another client (`azp`).
  case authorizedParty
  /// The token does not answer this browser's request.
  case nonce
  case expired
  /// The token is from the future, or older than the request.
  case issuedAt
  case subject
  /// The token is no notice of a logout, or also something else.
  case event
}
