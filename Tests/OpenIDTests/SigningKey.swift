import CCjose
import Foundation

@testable import OpenID

/// A key that signs tokens as a provider does.
final class SigningKey: @unchecked Sendable {
  let id: String
  private let key: OpaquePointer
  private let algorithm: String

  init(_ id: String, _ algorithm: SignatureAlgorithm = .rs256) throws {
    let exponent: [UInt8] = [1, 0, 1]
    let made =
      algorithm == .es256
      ? cjose_jwk_create_EC_random(CJOSE_JWK_EC_P_256, nil)
      : cjose_jwk_create_RSA_random(2048, exponent, exponent.count, nil)
    guard let made else { throw TokenFlaw.unknownKey }
    (self.id, key, self.algorithm) = (id, made, algorithm.rawValue)
  }

  deinit { cjose_jwk_release(key) }

  /// The public key as a member of a key set.
  func shown(_ more: String = "") throws -> String {
    guard let json = cjose_jwk_to_json(key, false, nil) else { throw TokenFlaw.unknownKey }
    defer { free(json) }
    return String(cString: json).dropLast() + ",\"kid\":\"\(id)\"\(more)}"
  }

  func sign(_ claims: String, header: [String: String] = [:]) throws -> String {
    guard let head = cjose_header_new(nil) else { throw TokenFlaw.malformed }
    defer { cjose_header_release(head) }
    let members = ["alg": algorithm, "kid": id].merging(header) { $1 }
    for (name, value) in members where !value.isEmpty { cjose_header_set(head, name, value, nil) }
    let bytes = Array(claims.utf8)
    guard let token = cjose_jws_sign(key, head, bytes, bytes.count, nil) else { throw TokenFlaw.malformed }
    defer { cjose_jws_release(token) }
    var text: UnsafePointer<CChar>?
    guard cjose_jws_export(token, &text, nil), let text else { throw TokenFlaw.malformed }
    return String(cString: text)
  }
}

extension KeySet {
  init(_ keys: String...) throws { try self.init(Data("{\"keys\":[\(keys.joined(separator: ","))]}".utf8)) }
}
