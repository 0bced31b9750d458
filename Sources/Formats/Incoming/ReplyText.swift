/// Somebody's own words, and below them what they quoted, folded away.
package struct ReplyText: Sendable, Hashable {
  /// Without signature and quoted lines; empty if nothing is left.
  package let said: String
  /// The rest, unchanged.
  package let quoted: String

  init(_ body: String, limits: IncomingLimits) {
    let lines = Array(
      String(body.prefix(limits.partBytes)).withPlainLineEnds.split(separator: "\n", omittingEmptySubsequences: false)
        .prefix(4000))
    let mark = QuoteMark(in: lines)
    let (begin, end) = (mark?.lines.lowerBound ?? lines.count, mark?.lines.upperBound ?? lines.count)
    var said: [Substring] = []
    var quoted: [Substring] = []
    for (index, line) in lines.enumerated() {
      // People who answer below each quoted paragraph write lines that are not quoted.
      let isOwn = !line.hasPrefix(">") && (index < begin || index >= end && mark?.marksEachLine == true)
      if isOwn { said.append(line) } else { quoted.append(line) }
    }
    let own = said.prefix { !Self.beginsSignature($0) }.filter { !Self.isDeviceNote($0) }
    let (ours, theirs) = (Self.tidy(own[...], limits.text), Self.tidy(quoted[...], limits.text))
    // Somebody who answers inside a quotation that no program marks line by line: all of it is shown.
    (self.said, self.quoted) = ours.isEmpty && !lines.contains { $0.hasPrefix(">") } ? (theirs, "") : (ours, theirs)
  }

  /// RFC 3676 §4.3; some programs drop the space.
  private static func beginsSignature(_ line: Substring) -> Bool { line == "-- " || line == "--" }

  /// “Sent from my …”, which a program wrote.
  private static func isDeviceNote(_ line: Substring) -> Bool {
    guard line.utf8.count < 120 else { return false }
    let text = line.lowercased().drop(while: \.isWhitespace)
    if deviceNotes.contains(where: { text.hasPrefix($0) }) { return true }
    return text.hasPrefix("von mein") && text.contains(" gesendet")
      || text.hasPrefix("diese nachricht wurde von mein")
  }

  private static let deviceNotes = [
    "sent from my ", "sent from mail for ", "sent from outlook", "get outlook for ", "outlook für ",
    "sent with [proton",
    "sent via ", "gesendet von mein", "gesendet mit der ", "envoyé de mon ", "enviado desde mi ",
  ]

  /// Without blank lines at both ends, and with at most one in between.
  private static func tidy(_ lines: ArraySlice<Substring>, _ most: Int) -> String {
    var kept: [Substring] = []
    for line in lines {
      let isBlank = line.allSatisfy(\.isWhitespace)
      if isBlank, kept.last?.isEmpty ?? true { continue }
      kept.append(isBlank ? "" : line)
    }
    if kept.last?.isEmpty == true { kept.removeLast() }
    return String(kept.joined(separator: "\n").prefix(most))
  }
}
