/// Follows the elements of a text made of runs (ECMA-376 Part 1, §18.4): the `t` of every run counts, except for
/// phonetic hints (`rPh`).
struct RichText {
  private var isPhonetic = false
  /// True while character data belongs to the text.
  private(set) var isText = false

  mutating func start(_ name: String) {
    if name == "rPh" { isPhonetic = true }
    if name == "t" { isText = !isPhonetic }
  }

  mutating func end(_ name: String) {
    if name == "rPh" { isPhonetic = false }
    if name == "t" { isText = false }
  }
}

/// Characters that XML can't hold are written `_x000D_` in a cell (ECMA-376 Part 1, §22.9.2.19, ST_Xstring).
enum EscapedText {
  static func decode(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    return text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
      guard let code = UInt32(match.1, radix: 16), let scalar = Unicode.Scalar(code) else { return String(match.0) }
      return String(Character(scalar))
    }
  }
}
