import CStemmer

/// One of libstemmer's Snowball stemmers (`man sb_stemmer`). Not for use by two threads at once: `StemmerPool` ensures
/// that.
final class Stemmer {
  private let stemmer: OpaquePointer?

  /// - Parameter algorithm: libstemmer's name of a language. One the library doesn't have leaves words unchanged.
  init(_ algorithm: String) {
    stemmer = sb_stemmer_new(algorithm, "UTF_8")
  }

  deinit {
    sb_stemmer_delete(stemmer)
  }

  /// - Parameter word: lowercase.
  func stem(_ word: String) -> String {
    guard let stemmer else { return word }
    var word = word
    return word.withUTF8 { bytes in
      guard let stem = sb_stemmer_stem(stemmer, bytes.baseAddress, Int32(bytes.count)) else {
        return String(decoding: bytes, as: UTF8.self)
      }
      let length = Int(sb_stemmer_length(stemmer))
      return String(decoding: UnsafeBufferPointer(start: stem, count: length), as: UTF8.self)
    }
  }
}
