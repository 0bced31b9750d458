import Hashes

extension Secret {
  /// Tells this key from others; it can't be found from it.
  package var hash: String {
    hexadecimal(HashFunction.sha256.authenticationCode(for: Array("which key".utf8), key: fingerprintKey))
  }
}
