extension String {
  /// This text on one line: each run of line ends and control characters becomes one space, so that a name or a subject
  /// cannot start a new header.
  var inOneLine: String {
    unicodeScalars.split(whereSeparator: \.breaksLines).map { String($0) }.joined(separator: " ")
      .trimmingSpaces()
  }

  /// This text with `\n` as the only line end, and no control character except the tab.
  var withPlainLineEnds: String {
    var lines = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\r", "\n", "\u{85}", "\u{2028}", "\u{2029}": lines.append("\n")
      case "\t": lines.append(scalar)
      default: if !scalar.breaksLines { lines.append(scalar) }
      }
      previous = scalar
    }
    return String(lines)
  }

  private func trimmingSpaces() -> String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

extension Unicode.Scalar {
  /// True for a control character and for Unicode's line separators.
  fileprivate var breaksLines: Bool {
    properties.generalCategory == .control || self == "\u{2028}" || self == "\u{2029}"
  }
}
