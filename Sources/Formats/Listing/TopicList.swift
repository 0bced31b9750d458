/// Cuts a cell of topics, or of speakers, into its parts.
enum TopicList {
  /// At line ends, semicolons or bars if there are any, else at commas; not within brackets.
  static func topics(in cell: String) -> [String] {
    let separator = separators.first { set in cell.utf8.contains { set.contains($0) } } ?? []
    return parts(of: cell, at: separator).map { $0.tidied.withoutBullet }.filter { !$0.isEmpty && $0 != "-" }
  }

  private static let separators: [[UInt8]] = [[.lineFeed, .carriageReturn], [.semicolon], [.pipe], [.comma]]

  /// `Anna Adler, Bea Bach und Carl Cramer`, `Adler, Anna; Bach, Bea`, one per line.
  static func names(in cell: String) -> [String] {
    let hard = parts(of: cell, at: [.lineFeed, .carriageReturn, .semicolon, .pipe] + Array("&/".utf8))
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
    let pieces = parts(of: text, at: [.comma]).map(\.tidied).filter { !$0.isEmpty }
    guard pieces.count > 1 else { return pieces }
    let whole = pieces.dropFirst().allSatisfy { $0.contains("@") || $0.contains(" ") && !PersonName.isTitle($0) }
    if whole, pieces.count > 2 || pieces[0].contains(" ") || pieces[0].contains("@") { return pieces }
    guard pieces.allSatisfy({ !$0.contains(" ") }), pieces.count.isMultiple(of: 2), pieces.count > 2 else {
      return pieces.count == 2 || PersonName.isTitle(pieces[pieces.count - 1]) ? [text] : pieces
    }
    return stride(from: 0, to: pieces.count, by: 2).map { pieces[$0] + ", " + pieces[$0 + 1] }
  }

  private static let opening = Array("([<".utf8)
  private static let closing = Array(")]>".utf8)

  private static func parts(of text: String, at separators: [UInt8]) -> [String] {
    var parts: [String] = []
    var depth = 0
    var start = text.startIndex
    for index in text.utf8.indices {
      let byte = text.utf8[index]
      if opening.contains(byte) { depth += 1 }
      if closing.contains(byte) { depth = max(0, depth - 1) }
      guard depth == 0, separators.contains(byte) else { continue }
      parts.append(String(text[start..<index]))
      start = text.utf8.index(after: index)
    }
    parts.append(String(text[start...]))
    return parts
  }
}

extension String {
  fileprivate var withoutBullet: String {
    guard let first, "•·*–".contains(first) || hasPrefix("- ") else { return self }
    return String(dropFirst()).tidied
  }
}
