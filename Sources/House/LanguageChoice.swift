import Core

/// The language of ours that a visitor reads: the one they chose, otherwise their browser's favourite, otherwise
/// English.
package enum LanguageChoice {
  /// - Parameter accepted: an `Accept-Language` header (RFC 9110 §12.5.4).
  package static func language(remembered: String?, accepted: String?) -> Language {
    if let chosen = remembered.flatMap(Language.init(rawValue:)) { return chosen }
    let ranked = (accepted ?? "").split(separator: ",").enumerated().compactMap {
      index, part -> (Language, Double, Int)? in
      let pieces = part.split(separator: ";").map { $0.trimmingPrefix(" ") }
      guard let tag = pieces.first, let language = Language(rawValue: tag.prefix(2).lowercased()) else { return nil }
      let quality = pieces.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
      return quality > 0 ? (language, quality, index) : nil
    }
    return ranked.max { ($0.1, -$0.2) < ($1.1, -$1.2) }?.0 ?? .english
  }

  /// The language of a terminal, found the POSIX way (XBD §8.2): by the first of these variables that is set.
  package static func language(_ environment: [String: String]) -> Language {
    let value = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    return value?.hasPrefix("de") == true ? .german : .english
  }
}
