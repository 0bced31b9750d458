import Names

/// The words of `Vocabulary/values.txt`: contents of cells that are not names.
enum CellWords {
  private static let file = WordFile(PackageResources.values_txt)

  private static func words(_ section: String) -> Set<String> { Set(file[section].map(HeaderWords.folded)) }

  /// Words of headings, folded like the headings themselves.
  static func headings(_ section: String) -> Set<String> { words(section) }

  private static let yes = words("yes")
  private static let no = words("no")
  private static let going = words("going")
  private static let parts = words("part in the event")
  private static let sections = words("section")
  private static let nobody = words("nobody")
  private static let breaks = words("break")
  private static let things = words("thing")
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

  /// `Coffee break`, `Registrierung`: where a programme names no speaker.
  static func isBreak(_ text: String) -> Bool { breaks.contains(HeaderWords.folded(text)) }

  /// A room or a projector among the people of a meeting.
  static func isThing(_ text: String) -> Bool { things.contains(HeaderWords.folded(text)) }

  /// `N. N.`, `Info Requested`.
  static func isNobody(_ text: String) -> Bool {
    guard mayBeNobody(text) else { return false }
    let folded = HeaderWords.folded(text)
    if nobody.contains(folded) { return true }
    let words = folded.split(separator: " ")
    let half = words.prefix(words.count / 2)
    return words.count > 1 && words.count.isMultiple(of: 2) && half.elementsEqual(words.suffix(half.count))
      && nobody.contains(half.joined(separator: " "))
  }

  /// A quick look at the first two letters: nearly all names differ from the words for nobody there.
  private static func mayBeNobody(_ text: String) -> Bool {
    var bytes = text.utf8.makeIterator()
    guard let first = bytes.next(), let second = bytes.next(), first.isASCIILetter, second.isASCIILetter else {
      return true
    }
    return nobodysStarts.contains(UInt16(first | 0x20) << 8 | UInt16(second | 0x20))
  }

  /// Umlauts are folded into `a`, `o` and `u`, of which `ae` is a spelling.
  private static let nobodysStarts: Set<UInt16> = {
    var starts: Set<UInt16> = []
    for word in nobody {
      let bytes = Array(word.utf8.prefix(2))
      guard let first = bytes.first else { continue }
      if bytes.count > 1, bytes[1].isASCIILetter {
        starts.insert(UInt16(first) << 8 | UInt16(bytes[1]))
        if UInt8(ascii: "e") != bytes[1] { starts.insert(UInt16(first) << 8 | UInt16(UInt8(ascii: "e"))) }
      }
    }
    return starts
  }()

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
