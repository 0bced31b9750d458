import Names

/// The words of `Vocabulary/values.txt`: contents of cells that are not names.
enum CellWords {
  private static let file = WordFile(PackageResources.values_txt)

  private static func words(_ section: String) -> Set<String> { Set(file[section].map(HeaderWords.folded)) }

  private static let yes = words("yes")
  private static let no = words("no")
  private static let going = words("going")
  private static let parts = words("part in the event")
  private static let sections = words("section")
  private static let nobody = words("nobody")
  private static let months = words("months")
  private static let letters = file["letter"].map { HeaderWords.tokens(of: $0) }
  static let sums = words("sum")
  static let counted = words("counted")

  private static let standings: [String: Attendance] = {
    var standings: [String: Attendance] = [:]
    for standing in Attendance.allCases {
      for word in words(standing.rawValue) where standings[word] == nil { standings[word] = standing }
    }
    return standings
  }()

  static func isYesOrNo(_ text: String) -> Bool {
    let folded = answer(text)
    return yes.contains(folded) || no.contains(folded) || ["0", "1", "✓", "✔", "✗", "☑", "☐"].contains(text)
  }

  /// `Ja, gern` is a yes.
  private static func answer(_ text: String) -> String {
    let first = text.utf8.count < 60 ? text.prefix { $0 != "," && $0 != "!" } : text[...]
    return HeaderWords.folded(String(first))
  }

  static func isYes(_ text: String) -> Bool {
    yes.contains(answer(text)) || ["1", "✓", "✔", "☑"].contains(text)
  }

  static func isNo(_ text: String) -> Bool {
    no.contains(answer(text)) || ["0", "✗", "☐"].contains(text)
  }

  static func isStanding(_ text: String) -> Bool {
    let folded = HeaderWords.folded(text)
    return going.contains(folded) || standings[folded] != nil
  }

  /// The meaning of a word in a status column; nil for somebody who is coming, and for unknown words.
  static func standing(_ text: String) -> Attendance? {
    let folded = HeaderWords.folded(text)
    if let known = standings[folded] { return known }
    let first = folded.split(separator: " ").first.map(String.init) ?? ""
    guard !going.contains(folded),
      ["canceled", "cancelled", "withdrawn", "storniert", "rejected", "abgelehnt"].contains(first)
    else { return nil }
    return standings[first]
  }

  /// `Speaker`, `Teilnehmer`: a part in the event, not a job.
  static func isPartInEvent(_ text: String) -> Bool { parts.contains(HeaderWords.folded(text)) }

  /// `Referenten`, `Panelist Details`, alone in a row.
  static func isSection(_ text: String) -> Bool {
    let bare = text.contains(":") ? String(text.prefix { $0 != ":" }) : text
    return sections.contains(HeaderWords.folded(bare))
  }

  /// `N. N.`, `Info Requested`.
  static func isNobody(_ text: String) -> Bool {
    let folded = HeaderWords.folded(text)
    if nobody.contains(folded) { return true }
    let words = folded.split(separator: " ")
    let half = words.prefix(words.count / 2)
    return words.count > 1 && words.count.isMultiple(of: 2) && half.elementsEqual(words.suffix(half.count))
      && nobody.contains(half.joined(separator: " "))
  }

  /// True if a line greets, closes or explains.
  static func isLetter(_ line: String) -> Bool {
    let tokens = HeaderWords.tokens(of: line)
    return letters.contains {
      tokens.starts(with: $0) && (tokens.count == $0.count || tokens.count > $0.count) && !$0.isEmpty
    }
  }

  /// True for digits and the other characters of dates and times.
  static func isDate(_ text: String) -> Bool {
    guard text.utf8.contains(where: \.isASCIIDigit) else { return false }
    let words = HeaderWords.tokens(of: text)
    return text.count { $0.isNumber } >= 3 && words.allSatisfy { months.contains($0) }
      && text.contains { "./-: ,T".contains($0) }
  }
}
