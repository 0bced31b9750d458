import CCjose
import Foundation

/// A token whose signature one of its issuer's keys has confirmed (JWS in compact form, RFC 7515). What it says is still to be
/// judged. libcjose reads and checks it by the system's libcrypto.
package struct SignedToken: Sendable {
  package let claims: Claims
  /// The token's type, in lower case: `jwt`, `logout+jwt`.
  package let type: String?

  /// The longest token read, in bytes.
  private static let longest = 16 << 10

  /// - Throws: `TokenFlaw`: `malformed`, `algorithm`, `unknownKey` or `signature`.
  package init(_ text: String, keys: KeySet) throws(TokenFlaw) {
    guard text.utf8.count <= Self.longest, text.utf8.count(where: { $0 == UInt8(ascii: ".") }) == 2 else {
      throw .malformed
    }
    guard let token = text.withCString({ cjose_jws_import($0, text.utf8.count, nil) }) else {
      throw Self.isUnsigned(text) ? .algorithm : .malformed
    }
    defer { cjose_jws_release(token) }
    guard let header = cjose_jws_get_protected(token) else { throw .malformed }
    // Nothing is understood that a signer says must be (RFC 7515 §4.1.11).
    guard !Self.has("crit", header) else { throw .malformed }
    guard let algorithm = Self.text("alg", header).flatMap(SignatureAlgorithm.init(rawValue:)) else { throw .algorithm }
    guard let key = keys.key(named: Self.text("kid", header), for: algorithm) else { throw .unknownKey }
    try Self.check(token, key)
    guard let claims = Claims(Self.content(token)) else { throw .malformed }
    self.claims = claims
    type = Self.text("typ", header)?.lowercased()
  }

  private static func check(_ token: OpaquePointer, _ key: KeySet.Key) throws(TokenFlaw) {
    guard let imported = key.json.withCString({ cjose_jwk_import($0, key.json.utf8.count, nil) }) else {
      throw .unknownKey
    }
    defer { cjose_jwk_release(imported) }
    guard cjose_jws_verify(token, imported, nil) else { throw .signature }
  }

  /// Bytes that belong to the token.
  private static func content(_ token: OpaquePointer) -> Data {
    var bytes: UnsafeMutablePointer<UInt8>?
    var count = 0
    guard cjose_jws_get_plaintext(token, &bytes, &count, nil), let bytes else { return Data() }
    return Data(bytes: bytes, count: count)
  }

  private static func text(_ name: String, _ header: OpaquePointer) -> String? {
    cjose_header_get(header, name, nil).map { String(cString: $0) }
  }

  private static func has(_ name: String, _ header: OpaquePointer) -> Bool {
    guard let json = cjose_header_get_raw(header, name, nil) else { return false }
    free(json)
    return true
  }

  /// True for a token with algorithm `none`, which libcjose does not read. Only the log uses this.
  private static func isUnsigned(_ text: String) -> Bool {
    guard let json = Data(base64URL: String(text.prefix { $0 != "." })) else { return false }
    return Claims(json)?.text("alg")?.lowercased() == "none"
  }
}
