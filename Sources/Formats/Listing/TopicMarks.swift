/// Columns that each stand for a topic and hold marks: the boxes of a form (`Interests [Archives]`, `Themen: Archive`)
/// and the topic scores of review systems (`topic: Archives`).
enum TopicMarks {
  /// The topic of each such column.
  static func found(in header: [String], _ rows: [[String]]) -> [Int: String] {
    var found: [Int: String] = [:]
    for (column, heading) in header.enumerated() {
      guard let topic = topic(heading) else { continue }
      let cells = rows.compactMap { column < $0.count ? $0[column].tidied : nil }.filter { !$0.isEmpty }
      if cells.allSatisfy({ isMark($0) || $0 == topic }) { found[column] = topic }
    }
    return found
  }

  /// True for a yes, a cross, a number above zero, `high`.
  static func isSet(_ cell: String, topic: String) -> Bool {
    let cell = cell.tidied
    if cell.isEmpty { return false }
    if let number = Int(cell) { return number > 0 }
    return CellWords.isYes(cell) || cell == topic || ["high", "x", "X", "✓", "☒", "checked"].contains(cell)
  }

  private static func isMark(_ cell: String) -> Bool {
    Int(cell) != nil || CellWords.isYesOrNo(cell)
      || ["high", "low", "normal", "x", "X", "☒", "checked", "unchecked"].contains(cell)
  }

  /// The second half of a heading whose first half asks for topics.
  private static func topic(_ heading: String) -> String? {
    let text = heading.tidied
    let halves: (Substring, Substring)
    if text.hasSuffix("]"), let open = text.lastIndex(of: "[") {
      halves = (text[..<open], text[text.index(after: open)...].dropLast())
    } else if let colon = text.firstRange(of: ": ") {
      halves = (text[..<colon.lowerBound], text[colon.upperBound...])
    } else {
      return nil
    }
    let topic = String(halves.1).tidied
    let asked = Heading(String(halves.0))
    return asked.role == .topics && !topic.isEmpty && topic.utf8.count < 100 ? topic : nil
  }
}
