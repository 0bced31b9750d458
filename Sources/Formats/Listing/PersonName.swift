import Names

/// The parts of `Names` that readers of lists need.
extension PersonName {
  /// `Adler, Anna` → `Anna Adler`; `Adler, Anna, Dr.` → `Dr. Anna Adler`; `Anna Adler, PhD` stays. Brackets at the end
  /// are dropped.
  static func spoken(_ written: String) -> String {
    let name = written.tidied
    return isPlain(name) ? name : PersonName(name).spoken
  }

  /// True if there is nothing to correct, judged byte by byte: no comma, bracket or quote, no leading degree, no
  /// salutation.
  static func isPlain(_ name: String) -> Bool {
    for byte in name.utf8 {
      switch byte {
      case .comma, .quote, UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "'"), 0xE2, 0xC2: return false
      default: continue
      }
    }
    if mayBeginWithDegree(name), PersonName.beginsWithDegree(name) { return false }
    guard let first = name.utf8.first, greeting.contains(first | 0x20) else { return true }
    if name.hasPrefix("M. ") { return false }
    return !(name.split(separator: " ", maxSplits: 1).first.map { NameWords.isSalutation($0) } ?? false)
  }

  /// A degree in front is shown by a dot or by a capital inside its word, and two words follow.
  private static func mayBeginWithDegree(_ name: String) -> Bool {
    var (spaces, isMarked, isStart) = (0, false, true)
    for byte in name.utf8 {
      if byte == .space { spaces += 1 }
      if spaces == 0, !isStart, byte == .dot || (0x41...0x5A).contains(byte) || byte >= 0x80 { isMarked = true }
      isStart = false
    }
    return spaces > 1 && isMarked
  }

  /// The first letters of Herr, Frau, Mr, Señora, Divers and similar words.
  private static let greeting = Set("hfmsd".utf8)

  /// Made from the parts of an address book's entry. `Herr` and `Frau` are not part of a name.
  static func joined(title: String, first: String, last: String) -> String {
    if title.isEmpty { return first.isEmpty ? last : last.isEmpty ? first : first + " " + last }
    let title = title.split(separator: " ").filter { !isSalutation(String($0)) }.joined(separator: " ")
    let prefix = isTitle(title) && !last.hasPrefix(title) && !first.hasPrefix(title) ? title : ""
    return [prefix, first, last].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// True if all of it is like `Dr.` or `Prof. Dr.-Ing.`
  static func isTitle(_ text: String) -> Bool {
    let words = text.replacing("h. c.", with: "h.c.").split(separator: " ")
    guard let first = words.first, NameWords.isTitle(first) || NameWords.isTitlePart(first) else { return false }
    return words.allSatisfy { NameWords.isTitle($0) || NameWords.isTitlePart($0) }
  }

  static func isSalutation(_ text: String) -> Bool { NameWords.isSalutation(text) }
}

extension String {
  func trimming(_ character: Character) -> String {
    var text = Substring(self)
    while text.first == character || text.first == " " { text.removeFirst() }
    while text.last == character || text.last == " " { text.removeLast() }
    return String(text)
  }
}
