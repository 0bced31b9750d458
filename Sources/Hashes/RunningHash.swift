import COpenSSL
import Foundation

/// A digest of bytes that come in pieces.
package final class RunningHash {
  private let function: HashFunction
  private let context: OpaquePointer

  package init(_ function: HashFunction) {
    guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex2(context, function.description, nil) == 1 else {
      fatalError("libcrypto could not begin a digest")
    }
    self.function = function
    self.context = context
  }

  deinit { EVP_MD_CTX_free(context) }

  package func update(_ bytes: some ContiguousBytes) {
    let isTaken = bytes.withUnsafeBytes { EVP_DigestUpdate(context, $0.baseAddress, $0.count) == 1 }
    precondition(isTaken, "libcrypto could not go on with a digest")
  }

  /// The digest of the bytes so far. More can still be added.
  package var digest: [UInt8] {
    guard let copy = EVP_MD_CTX_new(), EVP_MD_CTX_copy_ex(copy, context) == 1 else {
      fatalError("libcrypto could not copy a digest")
    }
    defer { EVP_MD_CTX_free(copy) }
    return function.digest { EVP_DigestFinal_ex(copy, $0, nil) == 1 }
  }
}
