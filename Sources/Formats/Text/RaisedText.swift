/// Raised digits and letters, by which people refer to notes (`Anna Adler¹`). Readers of formatted text write them with
/// the superscripts of Unicode, so that plain text keeps them apart from the words.
enum RaisedText {
  private static let letters: [Character: Character] = [
    "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹", "a": "ᵃ",
    "b": "ᵇ",
    "c": "ᶜ", "d": "ᵈ", "e": "ᵉ", "f": "ᶠ", "g": "ᵍ", "h": "ʰ", "i": "ⁱ", "j": "ʲ", "k": "ᵏ", "l": "ˡ", "m": "ᵐ",
    "n": "ⁿ",
    "o": "ᵒ", "p": "ᵖ",
  ]
  private static let raised = Set(letters.values)
  private static let symbols: Set<Character> = ["*", "∗", "†", "‡", "§", "¶"]

  /// The text of a raised run: numbers, single letters and symbols become marks; `th` and `TM` stay words.
  static func written(_ bytes: some Collection<UInt8>) -> [UInt8] {
    guard bytes.count <= 24 else { return Array(bytes) }
    let text = String(decoding: bytes, as: UTF8.self)
    let marks = text.split { $0 == "," || $0 == " " }
    let areMarks = marks.allSatisfy { mark in
      mark.count <= 3 && mark.allSatisfy { $0.isASCII && $0.isNumber || symbols.contains($0) }
        || mark.count == 1 && letters[mark[mark.startIndex]] != nil
    }
    guard !marks.isEmpty, areMarks else { return Array(bytes) }
    return Array(String(text.map { letters[$0] ?? $0 }).utf8)
  }

  /// Digits as marks.
  static func raised(_ digits: String) -> String { String(digits.map { letters[$0] ?? $0 }) }

  static func isMark(_ character: Character) -> Bool { raised.contains(character) || symbols.contains(character) }

  /// True if the text has a raised digit or letter; symbols alone may stand for anything.
  static func isHeld(by text: some StringProtocol) -> Bool {
    text.utf8.contains { $0 >= 0xC2 } && text.contains { raised.contains($0) }
  }

  /// Without raised digits and letters, as a name in a cell above a legend has them.
  static func removed(from text: String) -> String {
    isHeld(by: text) ? text.filter { !raised.contains($0) }.tidied : text
  }

  /// The same where the marks are plain digits behind a letter, as in text copied from a PDF: `Anna Adler1,2`.
  static func raising(_ text: String) -> String {
    guard text.utf8.contains(where: \.isASCIIDigit) else { return text }
    var result = ""
    var isRaising = false
    var previous: Character = " "
    for (character, next) in zip(text, text.dropFirst() + " ") {
      if character.isASCII, character.isNumber {
        isRaising = isRaising || previous.isLetter
      } else if !(isRaising && character == "," && next.isASCII && next.isNumber) {
        isRaising = false
      }
      result.append(isRaising ? letters[character] ?? character : character)
      previous = character
    }
    return result
  }
}
