import Foundation

/// Small repairs to text people typed, so that it fits into a letter without gaps or doubled marks.
enum Prose {
  /// One line: line breaks and runs of blanks become one blank, none at either end; nil if nothing is left.
  static func line(_ text: String?) -> String? {
    guard let text else { return nil }
    let words = text.split(whereSeparator: isGap)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  /// True if `line` would leave nothing. Looks no further than the first letter.
  static func isBlank(_ text: String) -> Bool { text.allSatisfy(isGap) }

  /// As `line`, with the end of a sentence.
  static func sentence(_ text: String?) -> String? {
    guard let line = line(text), let last = line.last else { return nil }
    let spoken = "”“’‘»\")".contains(last) ? line.dropLast().last ?? last : last
    return ".?!…:".contains(spoken) ? line : line + "."
  }

  /// As `line`, without the full stops, commas and colons at its end.
  static func phrase(_ text: String?) -> String? {
    guard var line = line(text)?[...] else { return nil }
    while let last = line.last, ".,;: ".contains(last), !line.hasSuffix("...") { line = line.dropLast() }
    return line.isEmpty ? nil : String(line)
  }

  /// As `phrase`, with the comma that ends a salutation, unless it is an exclamation: `Liebe Anna!`
  static func greeting(_ text: String?) -> String? {
    phrase(text).map { $0.hasSuffix("!") || $0.hasSuffix("?") ? $0 : $0 + "," }
  }

  /// Sentences in a row, without the missing ones.
  static func paragraph(_ sentences: [String?]) -> String {
    sentences.compactMap { $0 }.joined(separator: " ")
  }

  /// As `sentence`, to follow a colon: the first word loses its capital if it is one of these.
  static func continued(_ text: String, lowering words: Set<String>) -> String {
    guard let sentence = sentence(phrase(text)) else { return text }
    let first = String(sentence.prefix { $0.isLetter })
    return words.contains(first.lowercased()) ? first.lowercased() + sentence.dropFirst(first.count) : sentence
  }

  /// "A, B and C", with the language's own "and".
  static func list(_ items: [String], and: String) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(and) " + last
  }

  /// Capitalises the first letter and leaves the rest.
  static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  private static func isGap(_ character: Character) -> Bool {
    if let byte = character.asciiValue { return byte <= 0x20 || byte == 0x7F }
    return character.isWhitespace || character.isNewline || character.unicodeScalars.allSatisfy(isControl)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control
  }
}
