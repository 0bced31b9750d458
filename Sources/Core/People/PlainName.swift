import Foundation

/// A name that a stranger typed and that appears in mail to others: it must name somebody and not be a message in
/// itself.
package enum PlainName {
  /// No line breaks or other control characters, no `@`, no web address. `Dr.Müller` and `J.R.R. Tolkien` are names.
  package static func isPlain(_ name: String) -> Bool {
    let scalars = name.unicodeScalars
    guard !scalars.contains(where: { isControl($0) || $0 == "@" || $0 == "\u{FF20}" || $0 == "\u{FE6B}" }) else {
      return false
    }
    return !name.split(whereSeparator: \.isWhitespace).contains { isWebAddress(String($0)) }
  }

  /// Line and paragraph separators break lines too, and direction marks reverse the text around them.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: true
    case .format: scalar != "\u{200D}" && scalar != "\u{200C}"
    default: false
    }
  }

  /// True for anything a mail program would turn into a link: with a scheme, or shaped like a domain.
  private static func isWebAddress(_ word: String) -> Bool {
    let word = word.lowercased()
    if word.contains("://") || word.contains("www.") || word.hasPrefix("mailto:") { return true }
    let host = word.prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != ":" }
      .trimmingCharacters(in: CharacterSet(charactersIn: "()[]<>,;\"'"))
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, let last = labels.last, last.count > 1, last.allSatisfy(\.isLetter) else { return false }
    return !labels.dropLast().allSatisfy { $0.count < 2 || abbreviations.contains(String($0)) }
  }

  /// The parts before a dot in titles written without blanks, such as “Dr.phil.habil”.
  private static let abbreviations: Set<String> = [
    "dr", "prof", "dipl", "ing", "med", "phil", "rer", "nat", "pol", "oec", "jur", "theol", "habil", "hc", "mag", "st",
    "mr", "mrs", "ms", "frh", "ph", "univ", "priv", "doz", "bacc", "lic", "vet", "dent", "sc", "mult", "inf", "soc",
  ]
}
