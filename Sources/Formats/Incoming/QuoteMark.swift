/// The point in a reply where the quoted mail begins, recognised by the marks of mail programs.
struct QuoteMark {
  /// The lines of the mark itself.
  let lines: Range<Int>
  /// True if each quoted line carries `>`, so that a line without one is the author's own.
  let marksEachLine: Bool

  /// Nil if nothing is quoted in one piece.
  init?(in lines: [Substring]) {
    for (index, line) in lines.enumerated() where !line.isEmpty {
      if Self.beginsForwardedHeader(lines[index...]) || Self.isDivider(line) {
        (self.lines, marksEachLine) = (index..<(index + 1), false)
        return
      }
      guard let count = Self.attributionLines(lines[index...]) else { continue }
      let next = lines[(index + count)...].prefix(5).first { $0.hasPrefix(">") }
      (self.lines, marksEachLine) = (index..<(index + count), next != nil)
      return
    }
    return nil
  }

  /// "On … Anna wrote:" may take two lines.
  private static func attributionLines(_ lines: ArraySlice<Substring>) -> Int? {
    guard let first = lines.first else { return nil }
    if isAttribution(first) { return 1 }
    guard let second = lines.dropFirst().first, !second.isEmpty else { return nil }
    return isAttribution("\(first) \(second)"[...]) ? 2 : nil
  }

  private static func isDivider(_ line: Substring) -> Bool {
    guard let first = line.first, "-_*".contains(first) else { return false }
    let text = line.lowercased()
    if text.count >= 20, text.allSatisfy({ $0 == "_" }) { return true }
    return dividers.contains { text.contains($0) } && text.hasPrefix("--")
  }

  private static func isAttribution(_ line: Substring) -> Bool {
    let text = line.trimmed
    guard text.count < 300, text.last == ":", text.contains(where: \.isNumber) || text.contains("@") else {
      return false
    }
    let lower = text.lowercased()
    return attributions.contains { lower.hasPrefix($0.begins) && lower.contains($0.says) }
  }

  /// Outlook's block: "From:" or "Von:" and two more such lines below it. GMX begins with "Gesendet:".
  private static func beginsForwardedHeader(_ lines: ArraySlice<Substring>) -> Bool {
    let names = ["from:", "von:", "de:", "*from:*", "*von:*", "sent:", "gesendet:"]
    guard let first = lines.first, isHeader(first, names) else { return false }
    return lines.dropFirst().prefix(5).count { isHeader($0, headers) } >= 2
  }

  private static func isHeader(_ line: Substring, _ names: [String]) -> Bool {
    let start = line.trimmed.prefix(16).lowercased()
    return names.contains { start.hasPrefix($0) }
  }

  private static let dividers = [
    "original message", "original appointment", "ursprüngliche nachricht", "ursprünglicher termin", "originalnachricht",
    "message d'origine", "message original", "mensaje original", "forwarded message", "weitergeleitete nachricht",
    "original-nachricht",
  ]
  private static let attributions = [
    ("on ", "wrote"), ("am ", "schrieb"), ("le ", "écrit"), ("el ", "escribió"), ("von ", "schrieb"), ("<", "wrote"),
    ("den ", "skrev"), ("il ", "scritto"), ("op ", "schreef"),
  ].map { (begins: $0.0, says: $0.1) }
  private static let headers = [
    "from:", "von:", "de:", "sent:", "gesendet:", "envoyé", "enviado", "to:", "an:", "à:", "para:", "subject:",
    "betreff:", "objet", "asunto:",
    "date:", "datum:", "cc:", "*sent:*", "*to:*", "*gesendet:*", "*an:*", "*subject:*", "*betreff:*",
  ]
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
