import Foundation

/// Folding for search, which finds a text however its umlauts are typed.
///
/// "Müller", "Mueller" and "Muller" all fold to "muller", "Straße" and "Strasse" to "strasse", "Łódź" to "lodz". It
/// folds too much on purpose: an *e* after *a*, *o* or *u* always goes, so that "Samuel" and "Samul", or "neue" and
/// "neu", become one. A search finds a few too many rather than one too few. The fold of a word's beginning is the
/// beginning of the word's fold; a search for a part from the middle ("ela" in "Manuela") misses when it starts with
/// such an *e*.
package enum SearchKey {
  /// Lowercase, without diacritics (compatibility decomposition), white space collapsed. Folding twice changes nothing.
  package static func fold(_ text: String) -> String {
    var folding = Folding(capacity: text.utf8.count)
    for scalar in text.unicodeScalars { folding.append(scalar) }
    return folding.text
  }
}

/// The bytes of a fold being built.
private struct Folding {
  private var bytes: [UInt8] = []
  private var spaceIsDue = false

  init(capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  var text: String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// Each scalar by itself: marks are dropped, so it doesn't matter how they combine.
  mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case ..<0x80: append(ascii: UInt8(scalar.value))
    case ..<0x180: append(Self.latin[Int(scalar.value)])
    case 0x300..<0x370: break
    default: append(Self.folded(scalar))
    }
  }

  private mutating func append(_ letters: [UInt8]) {
    for byte in letters {
      if byte < 0x80 {
        append(ascii: byte)
      } else {
        endSpace()
        bytes.append(byte)
      }
    }
  }

  private mutating func append(ascii byte: UInt8) {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): append(ascii: byte | 0x20)
    case UInt8(ascii: " "), 0x09...0x0D: spaceIsDue = !bytes.isEmpty
    case UInt8(ascii: "e") where !spaceIsDue && endsInUmlautBase: break
    default:
      endSpace()
      bytes.append(byte)
    }
  }

  private var endsInUmlautBase: Bool {
    switch bytes.last {
    case UInt8(ascii: "a"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
    default: false
    }
  }

  private mutating func endSpace() {
    if spaceIsDue { bytes.append(UInt8(ascii: " ")) }
    spaceIsDue = false
  }

  /// The folds of the letters of European languages, by scalar value: looked up, because taking letters apart is slow.
  private static let latin = (0..<0x180).map { Unicode.Scalar(UInt32($0)).map(folded) ?? [] }

  private static func folded(_ scalar: Unicode.Scalar) -> [UInt8] {
    let lowercase = String(scalar).lowercased()
    return lowercase.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars.flatMap { part in
      switch part.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: [UInt8]()
      case _ where part.properties.isWhitespace: [UInt8(ascii: " ")]
      default: Array((letters[part] ?? String(part)).utf8)
      }
    }
  }

  /// Letters that Unicode does not decompose.
  private static let letters: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŧ": "t",
    "ς": "σ",
  ]
}
