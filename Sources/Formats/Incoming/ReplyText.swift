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
    self.said = Self.tidy(said.prefix { !Self.beginsSignature($0) }, limits.text)
    self.quoted = Self.tidy(quoted[...], limits.text)
  }

  /// RFC 3676 §4.3; some programs drop the space.
  private static func beginsSignature(_ line: Substring) -> Bool { line == "-- " || line == "--" }

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
