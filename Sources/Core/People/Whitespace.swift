extension String {
  /// The text without white space at its ends, with every run of white space inside it (no-break spaces and line ends
  /// included) as one space, and without hidden marks.
  var collapsingWhitespace: String {
    isPlainlyCollapsed ? self : withoutHiddenMarks.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// True for nearly every field of a list, and checked byte by byte without taking the text apart. The five lead bytes
  /// are those of UTF-8's white space and hidden marks beyond ASCII (and of some other characters).
  private var isPlainlyCollapsed: Bool {
    var previous = UInt8(ascii: " ")
    for byte in utf8 {
      switch byte {
      case ..<0x20, 0x7F, 0xC2, 0xE1, 0xE2, 0xE3, 0xEF: return false
      case 0x20 where previous == 0x20: return false
      default: previous = byte
      }
    }
    return isEmpty || previous != 0x20
  }
}
