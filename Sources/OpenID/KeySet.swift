import Foundation

/// The public keys that a provider shows (JWK Set, RFC 7517), as far as tokens can be checked by them.
package struct KeySet: Sendable, Equatable {
  struct Key: Sendable, Equatable {
    let id: String?
    let type: String
    /// The only one it is for; nil for all of its type.
    let algorithm: String?
    /// Its public members alone, as JSON.
    let json: String
  }

  let keys: [Key]
  /// The most keys read; the rest is left out.
  private static let most = 100
  /// Bytes of the modulus: shorter keys than 2048 bits are not taken (RFC 7518 §3.3).
  private static let shortestModulus = 256

  /// - Throws: `TokenFlaw.malformed` for what is no set of keys.
  package init(_ json: Data) throws(TokenFlaw) {
    guard let set = Claims(json), set.has("keys") else { throw .malformed }
    keys = set.objects("keys").prefix(Self.most).compactMap(Self.key)
  }

  package var isEmpty: Bool { keys.isEmpty }

  /// The one key that may have signed: by its name, and where a token names none, the only one there is (OpenID Connect Core §10.1).
  func key(named id: String?, for algorithm: SignatureAlgorithm) -> Key? {
    let fitting = keys.filter {
      $0.type == algorithm.keyType && ($0.algorithm == nil || $0.algorithm == algorithm.rawValue)
        && (id == nil || $0.id == id)
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  private static func key(_ claims: Claims) -> Key? {
    guard claims.text("use") ?? "sig" == "sig", let type = claims.text("kty"), let members = members(claims, type),
      !claims.has("key_ops") || claims.texts("key_ops").contains("verify")
    else { return nil }
    let fields = (["kty": type].merging(members) { $1 }).sorted { $0.key < $1.key }
    guard fields.allSatisfy({ isPlain($0.value) }) else { return nil }
    let json = "{" + fields.map { "\"\($0.key)\":\"\($0.value)\"" }.joined(separator: ",") + "}"
    return Key(id: claims.text("kid"), type: type, algorithm: claims.text("alg"), json: json)
  }

  private static func members(_ claims: Claims, _ type: String) -> [String: String]? {
    switch type {
    case "RSA":
      guard let modulus = claims.text("n"), let exponent = claims.text("e"), isLong(modulus) else { return nil }
      return ["n": modulus, "e": exponent]
    case "EC":
      guard claims.text("crv") == "P-256", let x = claims.text("x"), let y = claims.text("y") else { return nil }
      return ["crv": "P-256", "x": x, "y": y]
    default: return nil
    }
  }

  private static func isLong(_ modulus: String) -> Bool {
    guard let bytes = Data(base64URL: modulus) else { return false }
    return bytes.drop { $0 == 0 }.count >= shortestModulus
  }

  /// True for text of base64url's letters, none of which ends a JSON string.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.count <= 4096
      && text.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || "0123456789-_".unicodeScalars.contains($0))
      }
  }
}
