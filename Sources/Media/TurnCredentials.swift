import Foundation
import Hashes

/// A name and a password for a TURN server that expire automatically: the scheme of “A REST API for Access to TURN
/// Services” (draft-uberti-behave-turn-rest), which coturn calls `use-auth-secret`.
package struct TurnCredentials: Sendable, Equatable {
  /// The second at which they expire, a colon, and the person they are for.
  package let username: String
  /// HMAC-SHA1 of the name under the shared secret, in Base64.
  package let password: String

  package init(for participant: String, until end: Date, secret: String) {
    username = "\(Int(end.timeIntervalSince1970)):\(participant)"
    let code = HashFunction.sha1.authenticationCode(for: Array(username.utf8), key: Array(secret.utf8))
    password = Data(code).base64EncodedString()
  }
}
