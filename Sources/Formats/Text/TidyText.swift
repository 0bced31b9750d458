import Foundation

extension String {
  /// The text as a person would have typed it: trimmed, any run of white space (no-break spaces and line ends included)
  /// as one space, nothing invisible, composed (NFC).
  package var tidied: String {
    if isTidy { return self }
    let trimmed = trimmedOfBlanks
    if trimmed.isTidy { return trimmed }
    var scalars = String.UnicodeScalarView()
    var pendingSpace = false
    var joiner: Unicode.Scalar?
    for scalar in unicodeScalars {
      if scalar.isJoiner, !pendingSpace, scalars.last?.isJoined == true { joiner = scalar }
      if scalar.isInvisible { continue }
      if let joiner, scalar.isJoined { scalars.append(joiner) }
      joiner = nil
      if scalar.properties.isWhitespace || scalar.value < 0x20 {
        pendingSpace = !scalars.isEmpty
      } else {
        if pendingSpace { scalars.append(" ") }
        pendingSpace = false
        scalars.append(scalar)
      }
    }
    return String(scalars).precomposedStringWithCanonicalMapping
  }

  private var trimmedOfBlanks: String {
    guard let start = utf8.firstIndex(where: { $0 > .space }), let end = utf8.lastIndex(where: { $0 > .space }) else {
      return ""
    }
    return String(self[start...end])
  }

  /// A quick check that holds for most of a list's text: ASCII and Latin letters (U+00C0–U+017F, which are composed),
  /// single spaces.
  private var isTidy: Bool {
    var previous = UInt8.space
    for byte in utf8 {
      switch byte {
      case .space where previous == .space: return false
      case 0x20...0x7E, 0x80...0xBF, 0xC3...0xC5: previous = byte
      default: return false
      }
    }
    return previous != .space || isEmpty
  }
}

extension Unicode.Scalar {
  /// ZWNJ and ZWJ, which belong to the spelling between the letters of Persian, Sinhala and others.
  fileprivate var isJoiner: Bool { value == 0x200C || value == 0x200D }

  /// Letters and marks of the scripts that use them.
  fileprivate var isJoined: Bool {
    guard value >= 0x0600 else { return false }
    return properties.isAlphabetic || properties.generalCategory == .nonspacingMark
      || properties.canonicalCombiningClass == .virama
  }

  /// Zero-width and direction marks, soft hyphen, byte order mark, C1 controls.
  fileprivate var isInvisible: Bool {
    switch value {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF, 0x7F...0x84, 0x86...0x9F:
      true
    default: false
    }
  }
}
