extension String {
  /// A stranger's text without the invisible characters that change how the rest is read: control characters other than
  /// tab and line ends, and marks that turn the direction of a text, even of the text around it (UAX #9, “Trojan
  /// Source”). ZWJ and ZWNJ belong to the spelling of some languages and stay; so do LRM and RLM, which turn nothing
  /// beyond their place.
  package var withoutHiddenMarks: String {
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) || !unicodeScalars.contains(where: \.isHiddenMark) { return self }
    return String(UnicodeScalarView(unicodeScalars.filter { !$0.isHiddenMark }))
  }
}

extension Unicode.Scalar {
  fileprivate var isHiddenMark: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    // Embeddings, overrides, isolates, their deprecated relatives, the byte order mark, and interlinear annotation
    // marks.
    case 0x202A...0x202E, 0x2066...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
    // C0, DEL and C1: Unicode's control characters.
    case 0...0x1F, 0x7F...0x9F: true
    default: false
    }
  }
}
