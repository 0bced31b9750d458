import COpenSSL
import Foundation

/// Texts sealed with a key: AES-256-GCM (NIST SP 800-38D) by the system's libcrypto. Whoever has not the key can neither read one nor
/// make one, nor put it in another's place.
package enum SealedText {
  private static let (nonceLength, tagLength) = (12, 16)

  /// - Parameters:
  ///   - key: 32 bytes.
  ///   - nonce: 12 bytes, never used twice with the key.
  ///   - place: where it belongs; it opens only there.
  /// - Returns: nonce, ciphertext and tag in Base64.
  package static func seal(_ text: String, key: [UInt8], nonce: [UInt8], place: String) -> String {
    precondition(key.count == 32 && nonce.count == nonceLength)
    let plain = Array(text.utf8)
    var cipher = [UInt8](repeating: 0, count: plain.count)
    var tag = [UInt8](repeating: 0, count: tagLength)
    let isSealed = withContext { context in
      var length: Int32 = 0
      return EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), nil, key, nonce) == 1
        && EVP_EncryptUpdate(context, nil, &length, Array(place.utf8), Int32(place.utf8.count)) == 1
        && EVP_EncryptUpdate(context, &cipher, &length, plain, Int32(plain.count)) == 1
        && EVP_EncryptFinal_ex(context, nil, &length) == 1
        && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, Int32(tagLength), &tag) == 1
    }
    precondition(isSealed, "libcrypto could not encrypt")
    return Data(nonce + cipher + tag).base64EncodedString()
  }

  /// Nil for what was not sealed with this key for this place.
  package static func open(_ sealed: String, key: [UInt8], place: String) -> String? {
    guard let bytes = Data(base64Encoded: sealed).map(Array.init), bytes.count >= nonceLength + tagLength,
      key.count == 32
    else { return nil }
    let nonce = Array(bytes.prefix(nonceLength))
    let cipher = Array(bytes[nonceLength..<(bytes.count - tagLength)])
    var tag = Array(bytes.suffix(tagLength))
    var plain = [UInt8](repeating: 0, count: cipher.count)
    let isGenuine = withContext { context in
      var length: Int32 = 0
      return EVP_DecryptInit_ex(context, EVP_aes_256_gcm(), nil, key, nonce) == 1
        && EVP_DecryptUpdate(context, nil, &length, Array(place.utf8), Int32(place.utf8.count)) == 1
        && EVP_DecryptUpdate(context, &plain, &length, cipher, Int32(cipher.count)) == 1
        && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Int32(tagLength), &tag) == 1
        && EVP_DecryptFinal_ex(context, nil, &length) == 1
    }
    return isGenuine ? String(validating: plain, as: UTF8.self) : nil
  }

  private static func withContext(_ body: (OpaquePointer) -> Bool) -> Bool {
    guard let context = EVP_CIPHER_CTX_new() else { return false }
    defer { EVP_CIPHER_CTX_free(context) }
    return body(context)
  }
}
