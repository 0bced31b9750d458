/// A name as somebody wrote it, parsed into titles, degrees and the spoken name.
package struct PersonName: Sendable, Hashable {
  /// In order: `Prof.`, `Dr.`, `h.c.`
  package private(set) var titles: [String] = []
  /// Without titles and degrees, in spoken order or as written.
  package private(set) var bare = ""
  /// The parts after the name: `PhD`, `M.A.`, `Jr.`, `MdB`.
  package private(set) var degrees: [String] = []
  /// Text after it in brackets or after a comma that is not part of the name: an organisation, a job.
  package private(set) var asides: [String] = []
  /// True if `Adler, Anna` was turned round.
  package private(set) var isTurned = false
  /// As written, without brackets and asides; empty if something was corrected.
  private var written = ""

  /// - Parameter isFamilyFirst: true if a comma always follows the family name, because a whole column is written that
  ///   way; otherwise the words decide.
  package init(_ text: String, isFamilyFirst: Bool = false) {
    let (name, brackets) = Self.withoutBrackets(Self.unquoted(text))
    let parts = name.split(separator: ",").map(Self.tidy).filter { !$0.isEmpty }
    asides = brackets.filter { !NameWords.isMark($0) }
    guard let first = parts.first else { return }
    var others: [String] = []
    var behind: [String] = []
    for part in parts.dropFirst() { take(part, &behind, &others) }
    isTurned = others.first.map { isFamilyFirst || NameComma(family: first, given: $0).isTurned } ?? false
    asides += others.dropFirst(isTurned ? 1 : 0)
    if isTurned { others[0] = withoutDegrees(others[0]) }
    let listed = degrees
    let isMended = setBare(isTurned ? "\(others[0]) \(first)" : first)
    titles = behind + titles
    if !isTurned, !isMended, behind.isEmpty { written = ([first] + listed).joined(separator: ", ") }
  }

  /// The form for display and storage: with titles and degrees, given name first.
  package var spoken: String {
    if !written.isEmpty { return written }
    let name = (titles + [bare]).filter { !$0.isEmpty }.joined(separator: " ")
    return degrees.isEmpty ? name : name + ", " + degrees.joined(separator: ", ")
  }

  /// True if it begins with a degree, as in `PhD Anna Adler`.
  package static func beginsWithDegree(_ text: String) -> Bool {
    let words = text.split(separator: " ", maxSplits: 2)
    return words.count > 2 && NameWords.isDegreeInFront(words[0], before: words[1])
  }

  /// A part after a comma is a degree, a title, or something else. `Dr. Anna` is something else with a title.
  private mutating func take(_ part: String, _ titles: inout [String], _ others: inout [String]) {
    let words = part.split(separator: " ")
    if words.allSatisfy({ NameWords.isDegree($0) }) {
      degrees.append(part)
    } else if words.allSatisfy({ NameWords.isTitle($0) || NameWords.isTitlePart($0) }) {
      titles.append(part)
    } else if !words.allSatisfy({ NameWords.isSalutation($0) }) {
      others.append(part)
    }
  }

  /// In `Baker, Sam Jr.`, the part after the given name belongs after the whole name.
  private mutating func withoutDegrees(_ given: String) -> String {
    var words = given.split(separator: " ")
    var behind: [String] = []
    while let word = words.last, words.count > 1, NameWords.isDegree(word) {
      behind.insert(String(word), at: 0)
      words.removeLast()
    }
    degrees = behind + degrees
    return words.joined(separator: " ")
  }

  /// - Returns: true if it began with Herr, Frau or a similar word, which is dropped, or with a degree, which belongs
  ///   at the end.
  private mutating func setBare(_ name: String) -> Bool {
    var words = name.split(separator: " ")[...]
    var isGreeted = false
    var fronted: [String] = []
    while let word = words.first, words.count > 1 {
      if titles.isEmpty, NameWords.isSalutation(word) || isMonsieur(words) {
        isGreeted = true
        words.removeFirst()
        continue
      }
      if words.count > 2, NameWords.isDegreeInFront(word, before: words[words.startIndex + 1]) {
        fronted.append(String(words.removeFirst()))
        continue
      }
      let count = titleWords(at: words)
      guard count > 0, count < words.count else { break }
      titles += words.prefix(count).map(String.init)
      words.removeFirst(count)
    }
    var behind: [String] = []
    while let word = words.last, words.count > 2, NameWords.isDegree(word) {
      behind.insert(String(word), at: 0)
      words.removeLast()
    }
    bare = words.joined(separator: " ")
    degrees = fronted + behind + degrees
    return isGreeted || !fronted.isEmpty
  }

  /// French shortens Monsieur to `M.`, which elsewhere is an initial: it counts before a given and a family name.
  private func isMonsieur(_ words: ArraySlice<Substring>) -> Bool {
    words.count > 2 && words.first == "M." && NameWords.isGivenName(words[words.startIndex + 1])
  }

  /// The number of words from the first on that form one title: two in `h. c.`
  private func titleWords(at words: ArraySlice<Substring>) -> Int {
    guard let word = words.first else { return 0 }
    if NameWords.isTitle(word) || Self.isDottedPart(word) || NameWords.isProfession(word) { return 1 }
    if words.count > 2, NameWords.isNoble(word, before: words[words.startIndex + 1]) { return 1 }
    guard !titles.isEmpty else { return 0 }
    if words.prefix(2).map({ $0.lowercased() }) == ["h.", "c."] { return 2 }
    let retired = NameWords.retirement(words)
    if retired > 0 { return retired }
    return NameWords.isTitlePart(word) || Self.isBracketedPart(word) ? 1 : 0
  }

  /// `Dipl.-Ing. (FH)`: where the title comes from.
  private static func isBracketedPart(_ word: Substring) -> Bool {
    word.hasPrefix("(") && word.hasSuffix(")")
      && NameWords.titleParts.contains(word.dropFirst().dropLast().lowercased())
  }

  /// `Univ.-Prof.`, `Priv.-Doz.`, `apl. Prof.`: longer than an initial, and made only of parts of titles.
  private static func isDottedPart(_ word: Substring) -> Bool {
    word.hasSuffix(".") && word.count > 3 && NameWords.isTitlePart(word)
  }

  /// Removes brackets at the end; those inside the name, as around a nickname, belong to it.
  private static func withoutBrackets(_ text: String) -> (name: String, brackets: [String]) {
    var name = tidy(text[...])
    var brackets: [String] = []
    while let last = name.last, last == ")" || last == "]",
      let open = name.lastIndex(where: { $0 == "(" || $0 == "[" }),
      open > name.startIndex
    {
      brackets.insert(tidy(name[name.index(after: open)...].dropLast()), at: 0)
      name = tidy(name[..<open])
    }
    return (name, brackets.filter { !$0.isEmpty })
  }

  private static func unquoted(_ text: String) -> String {
    let text = tidy(text[...])
    for (open, close) in [("\"", "\""), ("'", "'"), ("„", "“"), ("“", "”"), ("«", "»")]
    where text.count > 2 && text.hasPrefix(open) && text.hasSuffix(close) {
      return tidy(text.dropFirst().dropLast())
    }
    return text
  }

  static func tidy(_ text: Substring) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
