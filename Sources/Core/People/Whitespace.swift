extension String {
  /// The text without white space at its ends, every run of white space within it (also no-break spaces and line ends) as
  /// one space.
  var collapsingWhitespace: String {
    isCollapsedASCII ? self : split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Nearly every field of a list: told byte by byte, without taking the text apart.
  private var isCollapsedASCII: Bool {
    var previous = UInt8(ascii: " ")
    for byte in utf8 {
      if byte >= 0x80 || byte < 0x20 || (byte == 0x20 && previous == 0x20) { return false }
      previous = byte
    }
    return isEmpty || previous != 0x20
  }
}
