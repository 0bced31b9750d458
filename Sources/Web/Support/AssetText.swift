/// Style sheets and modules as they are sent: comments that fill lines and indentation are for those who read the code, and more than a
/// third of what would travel. The lines stay, so that a browser's messages name the ones in the files.
enum AssetText {
  static func sent(_ text: String) -> String {
    var isInside = false
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> Substring in
      let words = line.drop { $0 == " " }
      if !isInside, words.hasPrefix("//") { return "" }
      guard isInside || words.hasPrefix("/*") else { return words }
      isInside = !words.contains("*/")
      return isInside || words.hasSuffix("*/") ? "" : words
    }
    return lines.joined(separator: "\n")
  }

  /// A style sheet, without the spaces that CSS doesn't need either. Texts in quotes stay as they are.
  static func sheet(_ text: String) -> String {
    let parts = sent(text).split(separator: "\"", omittingEmptySubsequences: false)
    return parts.enumerated().map { $0.isMultiple(of: 2) ? tight($1) : String($1) }.joined(separator: "\"")
  }

  private static func tight(_ rules: Substring) -> String {
    [(" {", "{"), ("{ ", "{"), ("; ", ";"), (": ", ":"), (", ", ","), (" }", "}"), ("} ", "}"), (";}", "}")]
      .reduce(String(rules)) { $0.replacing($1.0, with: $1.1) }
  }
}
