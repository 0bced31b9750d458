import Foundation

/// The meaning of a column's name.
enum HeaderWords {
  /// The role a known name stands for; `.ignore` for a known name of something that a person's entry has no field for.
  static func role(of header: String) -> ColumnRole? {
    guard header.utf8.count <= 80 else { return nil }
    let words = folded(header)
    guard !words.isEmpty else { return nil }
    if header.contains("#") { return .ignore }
    return HeaderVocabulary.roles[words] ?? (isTitle(header) ? .title : nil)
  }

  /// The role, even of a longer name that contains a known word: "Ihre E-Mail-Adresse (dienstlich)".
  static func roughRole(of header: String) -> ColumnRole? { Heading(header).role }

  /// "Titel" may be a Dr., a job or a talk: only the cells can tell.
  static func isTitle(_ header: String) -> Bool { titles.contains(folded(header)) }

  private static let titles: Set<String> = ["titel", "title", "title s", "titre", "titulo", "titolo"]

  /// True if the name is a heading all by itself, even over a single column.
  static func isNameOrAddress(_ header: String) -> Bool {
    switch role(of: header) {
    case .name, .firstName, .lastName, .email, .speakers: true
    default: false
    }
  }

  static func tokens(of header: String) -> [String] { folded(header).split(separator: " ").map(String.init) }

  /// Lower case without accents; anything but letters and digits becomes a space; numbers are dropped; "e-mail" is one
  /// word.
  static func folded(_ header: String) -> String {
    if let plain = plainlyFolded(header) { return plain }
    let plain = header.tidied.lowercased().replacing("ß", with: "ss").decomposedStringWithCanonicalMapping
    var words = ""
    for scalar in plain.unicodeScalars where scalar.properties.generalCategory != .nonspacingMark {
      words.unicodeScalars.append(scalar.properties.isAlphabetic ? scalar : " ")
    }
    let joined = words.split(separator: " ").joined(separator: " ")
    return joined.replacing("e mail", with: "email").replacing("ae", with: "a").replacing("oe", with: "o")
      .replacing("ue", with: "u")
  }

  /// The same for plain ASCII, byte by byte: a list asks it several times for each of its cells. Nil for other texts.
  private static func plainlyFolded(_ header: String) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(header.utf8.count)
    for byte in header.utf8 {
      switch byte {
      case 0x61...0x7A: bytes.append(byte)
      case 0x41...0x5A: bytes.append(byte | 0x20)
      case 0x20...0x7E: if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
      default: return nil
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    for (pair, kept) in [("e mail", "email"), ("ae", "a"), ("oe", "o"), ("ue", "u")] {
      bytes = replaced(bytes, Array(pair.utf8), by: Array(kept.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func replaced(_ bytes: [UInt8], _ part: [UInt8], by other: [UInt8]) -> [UInt8] {
    guard bytes.count >= part.count, bytes.contains(part[0]) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: part) {
        result += other
        index += part.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}
