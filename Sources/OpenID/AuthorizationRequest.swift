import Core
import Foundation
import Hashes

/// The question with which a browser is sent to a provider: code flow (OpenID Connect Core §3.1.2.1) with PKCE (RFC 7636).
package struct AuthorizationRequest: Sendable {
  let settings: ProviderSettings
  let metadata: ProviderMetadata
  /// The address the answer goes to.
  let redirect: String
  let state: String
  let nonce: String
  /// 43 to 128 characters that stay with us until the code is exchanged (RFC 7636 §4.1).
  let verifier: String

  package init(
    _ settings: ProviderSettings, _ metadata: ProviderMetadata, redirect: String, state: String, nonce: String,
    verifier: String
  ) {
    (self.settings, self.metadata, self.redirect) = (settings, metadata, redirect)
    (self.state, self.nonce, self.verifier) = (state, nonce, verifier)
  }

  package var address: String {
    let joint = metadata.authorization.contains("?") ? "&" : "?"
    return metadata.authorization + joint
      + [
        ("response_type", "code"), ("client_id", settings.clientID), ("redirect_uri", redirect),
        ("scope", settings.scopes.joined(separator: " ")), ("state", state), ("nonce", nonce),
        ("code_challenge", Self.challenge(verifier)), ("code_challenge_method", "S256"),
      ].formText
  }

  /// RFC 7636 §4.2, S256.
  static func challenge(_ verifier: String) -> String {
    Data(HashFunction.sha256.hash(Array(verifier.utf8))).base64URL
  }
}
