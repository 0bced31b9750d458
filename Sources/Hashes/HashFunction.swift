import COpenSSL
import Foundation

/// A hash function of the system's libcrypto (OpenSSL 3).
package struct HashFunction: Sendable {
  /// FIPS 180-4; used for the stored hashes of links, addresses and files.
  package static let sha256 = HashFunction("SHA256", length: 32)
  /// FIPS 180-4; WebSockets (RFC 6455 §4.2.2) and TURN (RFC 8489 §14.5) are built on it. Nothing of ours relies on it.
  package static let sha1 = HashFunction("SHA1", length: 20)
  /// RFC 1321; TURN uses it to make a key from a password (RFC 8489 §9.2.2). Nothing of ours relies on it.
  package static let md5 = HashFunction("MD5", length: 16)

  /// Bytes of a digest.
  package let length: Int
  /// OpenSSL's description of the function: written once, here, and only read afterwards, by any thread.
  nonisolated(unsafe) let description: OpaquePointer

  private init(_ name: String, length: Int) {
    guard let description = EVP_MD_fetch(nil, name, nil) else {
      fatalError("The system's libcrypto offers no \(name); `openssl list -digest-algorithms` shows what it may use.")
    }
    self.length = length
    self.description = description
  }

  package func hash(_ bytes: some ContiguousBytes) -> [UInt8] {
    digest { result in
      bytes.withUnsafeBytes { EVP_Digest($0.baseAddress, $0.count, result, nil, description, nil) == 1 }
    }
  }

  /// HMAC (RFC 2104).
  package func authenticationCode(for message: some ContiguousBytes, key: some ContiguousBytes) -> [UInt8] {
    digest { result in
      key.withUnsafeBytes { key in
        message.withUnsafeBytes { message in
          HMAC(
            description, key.baseAddress, Int32(key.count), message.assumingMemoryBound(to: UInt8.self).baseAddress,
            message.count, result, nil) != nil
        }
      }
    }
  }

  /// Here libcrypto fails only if out of memory.
  func digest(_ fill: (UnsafeMutablePointer<UInt8>?) -> Bool) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      precondition(fill(buffer.baseAddress), "libcrypto could not compute a digest")
      count = length
    }
  }
}
