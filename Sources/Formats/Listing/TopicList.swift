/// Cuts a cell of topics, or of speakers, into its parts.
enum TopicList {
  /// At line ends, semicolons and bars if there are any, else at commas; not within brackets. No part is there twice.
  static func topics(in cell: String) -> [String] {
    let separators: [Set<Character>] = [["\n", "\r", "\r\n"], [";"], ["|"], ["•"], [","]]
    let separator = separators.first { set in cell.contains { set.contains($0) } } ?? []
    var seen: Set<String> = []
    return parts(of: cell, at: separator)
      .map { $0.tidied.trimming("•").trimming("·") }
      .filter { !$0.isEmpty && $0 != "-" && seen.insert($0.lowercased()).inserted }
  }

  /// `Anna Adler, Bea Bach und Carl Cramer`, `Adler, Anna; Bach, Bea`, one per line.
  static func names(in cell: String) -> [String] {
    let hard = parts(of: cell, at: ["\n", "\r", "\r\n", ";", "|", "&", "/"])
    return hard.flatMap { atWords($0) }.flatMap { atCommas($0) }.map { $0.tidied }.filter { !$0.isEmpty }
  }

  private static func atWords(_ text: String) -> [String] {
    var parts = [text]
    for word in [" und ", " and ", " sowie ", " et ", " with ", " mit "] {
      parts = parts.flatMap { $0.split(separator: word).map(String.init) }
    }
    return parts
  }

  /// Commas set names apart, or the family name from the given one when all parts are single words.
  private static func atCommas(_ text: String) -> [String] {
    let pieces = parts(of: text, at: [","]).map(\.tidied).filter { !$0.isEmpty }
    guard pieces.count > 1 else { return pieces }
    let whole = pieces.dropFirst().allSatisfy { $0.contains("@") || $0.contains(" ") && !PersonName.isTitle($0) }
    if whole, pieces.count > 2 || pieces[0].contains(" ") || pieces[0].contains("@") { return pieces }
    guard pieces.allSatisfy({ !$0.contains(" ") }), pieces.count.isMultiple(of: 2), pieces.count > 2 else {
      return pieces.count == 2 || PersonName.isTitle(pieces[pieces.count - 1]) ? [text] : pieces
    }
    return stride(from: 0, to: pieces.count, by: 2).map { pieces[$0] + ", " + pieces[$0 + 1] }
  }

  private static func parts(of text: String, at separators: Set<Character>) -> [String] {
    var parts = [""]
    var depth = 0
    for character in text {
      if "([<".contains(character) { depth += 1 }
      if ")]>".contains(character) { depth = max(0, depth - 1) }
      if depth == 0, separators.contains(character) {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }
}
