import Names

/// Cuts a cell of topics or speakers into its parts.
enum TopicList {
  /// At line ends, semicolons or bars if there are any, otherwise at commas; not inside brackets.
  static func topics(in cell: String) -> [String] { topics(in: cell, at: TopicSeparator.first(in: cell)) }

  static func topics(in cell: String, at separator: TopicSeparator) -> [String] {
    (WrittenList.items(of: cell) ?? parts(of: cell, at: separator.bytes)).map { $0.tidied.withoutBullet.withoutQuotes }
      .filter {
        !$0.isEmpty && $0 != "-"
      }
  }

  /// `Anna Adler, Bea Bach und Carl Cramer`, `Adler, Anna; Bach, Bea`, one per line.
  static func names(in cell: String) -> [String] {
    let hard = parts(of: cell, at: [.lineFeed, .carriageReturn, .semicolon, .pipe] + Array("&/".utf8))
    return hard.flatMap { atWords($0) }.flatMap { atCommas($0) }.map { $0.tidied.withoutNumber.withoutStar }.filter {
      !$0.isEmpty
    }
  }

  private static func atWords(_ text: String) -> [String] {
    var parts = [text]
    for word in [" und ", " and ", " sowie ", " et ", " y ", " with ", " mit ", " avec ", " con "]
    where text.contains(word) {
      parts = parts.flatMap { Self.isWithinBrackets(word, of: $0) ? [$0] : $0.split(separator: word).map(String.init) }
    }
    return parts
  }

  private static func isWithinBrackets(_ word: String, of text: String) -> Bool {
    guard let place = text.firstRange(of: word) else { return false }
    let before = text[..<place.lowerBound]
    return before.count { $0 == "(" } > before.count { $0 == ")" }
  }

  /// Commas separate names, or family name from given name if all parts are single words.
  private static func atCommas(_ text: String) -> [String] {
    let pieces = parts(of: text, at: [.comma]).map(\.tidied).filter { !$0.isEmpty }
    guard pieces.count > 1 else { return pieces }
    let whole = pieces.dropFirst().allSatisfy { $0.contains("@") || $0.contains(" ") && !PersonName.isTitle($0) }
    if whole, pieces.count > 2 || pieces[0].contains(" ") || pieces[0].contains("@") { return pieces }
    guard pieces.allSatisfy({ !$0.contains(" ") }), pieces.count.isMultiple(of: 2), pieces.count > 2 else {
      return pieces.count == 2 || PersonName.isTitle(pieces[pieces.count - 1]) ? [text] : withDegrees(pieces)
    }
    return stride(from: 0, to: pieces.count, by: 2).map { pieces[$0] + ", " + pieces[$0 + 1] }
  }

  /// A degree after a comma belongs to the name before it.
  private static func withDegrees(_ pieces: [String]) -> [String] {
    pieces.reduce(into: []) { names, piece in
      if let last = names.last, NameWords.isDegree(piece) {
        names[names.count - 1] = last + ", " + piece
      } else {
        names.append(piece)
      }
    }
  }

  private static let opening = Array("([<".utf8)
  private static let closing = Array(")]>".utf8)

  static func parts(of text: String, at separators: [UInt8]) -> [String] {
    guard text.utf8.contains(where: separators.contains) else { return [text] }
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
  var withoutBullet: String {
    if let byte = utf8.first, byte.isASCIILetter || byte.isASCIIDigit { return self }
    guard let first, "•·*–▪◦‣●○■□➢✓".contains(first) || hasPrefix("- ") else { return self }
    return String(dropFirst()).tidied
  }

  /// Removes quotes around the whole; those inside a title stay.
  fileprivate var withoutQuotes: String {
    guard utf8.first == .quote, utf8.count > 2, first == "\"", last == "\"", !dropFirst().dropLast().contains("\"")
    else { return self }
    return String(dropFirst().dropLast())
  }

  /// CMT marks the author to write to: `Anna Adler (Uni)*`.
  var withoutStar: String { hasSuffix("*") ? String(dropLast()).tidied : self }

  /// A programme's number before a name: `10:Zoe Adler`.
  fileprivate var withoutNumber: String {
    guard first?.isNumber == true, let match = firstMatch(of: /^\d{1,9}\s*[:#]\s*/) else { return self }
    return String(self[match.range.upperBound...])
  }
}
