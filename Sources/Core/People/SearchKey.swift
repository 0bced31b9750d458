import Foundation

/// Folding for search: a text is found however its umlauts are typed.
///
/// "Müller", "Mueller" and "Muller" all fold to "muller", "Straße" and "Strasse" to "strasse", "Łódź" to "lodz".
/// It folds too much on purpose: an *e* after *a*, *o* or *u* always goes, so that "Samuel" and "Samul", "neue" and "neu"
/// are one. A search finds a few too many rather than one too few. The fold of a word's beginning is the beginning of the
/// word's fold; a search for a part from the middle ("ela" in "Manuela") misses when it starts with such an *e*.
package enum SearchKey {
  /// Lowercase, without diacritics (compatibility decomposition), white space collapsed. Folding twice changes nothing.
  package static func fold(_ text: String) -> String {
    var folding = Folding(capacity: text.utf8.count)
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      for byte in text.utf8 { folding.append(ascii: byte) }
    } else {
      for scalar in text.lowercased().decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
        folding.append(scalar)
      }
    }
    return folding.text
  }
}

/// Bytes of a fold under construction.
private struct Folding {
  private var bytes: [UInt8] = []
  private var spaceIsDue = false

  init(capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  var text: String {
    String(decoding: bytes, as: UTF8.self)
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.isASCII { return append(ascii: UInt8(scalar.value)) }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: break
    case _ where scalar.properties.isWhitespace: append(ascii: UInt8(ascii: " "))
    default: append(letters: Self.letters[scalar] ?? String(scalar))
    }
  }

  private mutating func append(letters: String) {
    for byte in letters.utf8 {
      if byte < 0x80 {
        append(ascii: byte)
      } else {
        endSpace()
        bytes.append(byte)
      }
    }
  }

  mutating func append(ascii byte: UInt8) {
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

  /// Letters that Unicode does not decompose.
  private static let letters: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŧ": "t",
    "ς": "σ",
  ]
}
