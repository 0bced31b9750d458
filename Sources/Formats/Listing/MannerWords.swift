import Names

/// Cells that say how somebody is addressed. The words are in `Vocabulary/values.txt`.
enum MannerWords {
  private static let file = WordFile(PackageResources.values_txt)
  private static let words = ["ms", "mr", "de", "en"].map { (code: $0, words: folded($0)) }
  private static let honorifics = words.prefix(2)
  private static let languages = words.suffix(2)

  /// `ms` or `mr`; empty if a cell says neither or both.
  static func honorific(_ cell: String) -> String { only(honorifics, in: cell) }

  /// `de` or `en`, whichever is named first; empty for any other language, since letters exist in these two only.
  static func language(_ cell: String) -> String {
    for word in HeaderWords.tokens(of: cell) {
      if let found = languages.first(where: { $0.words.contains(word) }) { return found.code }
    }
    return ""
  }

  private static func only(_ kinds: ArraySlice<(code: String, words: Set<String>)>, in cell: String) -> String {
    let tokens = HeaderWords.tokens(of: cell)
    let found = kinds.filter { kind in tokens.contains { kind.words.contains($0) } }
    return found.count == 1 ? found[found.startIndex].code : ""
  }

  private static func folded(_ section: String) -> Set<String> { Set(file[section].map(HeaderWords.folded)) }
}
