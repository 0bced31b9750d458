import Core
import Foundation

/// The request that exchanges a code for tokens (OpenID Connect Core §3.1.3.1), and its answer.
package struct CodeExchange: Sendable {
  package let form: String
  package let headers: [String]

  package init(
    _ code: String, _ settings: ProviderSettings, _ metadata: ProviderMetadata, redirect: String, verifier: String
  ) {
    var fields = [
      ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirect), ("code_verifier", verifier),
    ]
    var headers = ["Content-Type: application/x-www-form-urlencoded", "Accept: application/json"]
    if let secret = settings.clientSecret, !metadata.wantsSecretInForm {
      // Both are encoded as in a form before they are joined (RFC 6749 §2.3.1).
      let pair = "\(settings.clientID.percentEncoded):\(secret.percentEncoded)"
      headers.append("Authorization: Basic \(Data(pair.utf8).base64EncodedString())")
    } else {
      fields.append(("client_id", settings.clientID))
      if let secret = settings.clientSecret { fields.append(("client_secret", secret)) }
    }
    form = fields.formText
    self.headers = headers
  }

  package struct Answer: Sendable {
    package let identity: String
    /// Opens the page about somebody; never stored.
    package let access: String?

    /// Reads the answer; nil without an ID token.
    package init?(_ json: Data) {
      guard let said = Claims(json), let identity = said.text("id_token") else { return nil }
      self.identity = identity
      access = said.text("access_token").flatMap { text in
        text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && text.utf8.count <= 8192 ? text : nil
      }
    }
  }
}
