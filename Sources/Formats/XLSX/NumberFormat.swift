/// The effect of a number format (ECMA-376 Part 1, §18.8.30).
enum NumberFormat: Equatable {
  case plain
  case date
  case time
  case dateAndTime
  /// Hours that continue beyond 24, `[h]:mm`.
  case elapsed
  /// Leading zeros up to this many digits, 2…`mostDigits`: postal codes, `00000`.
  case padded(Int)

  /// Padded numbers are codes and have few digits. A format of thousands of zeros would turn each cell into a page.
  static let mostDigits = 32

  /// The formats the file has no code for. 27–36 and 50–58 are dates in East Asian locales.
  static func builtIn(_ id: Int) -> NumberFormat {
    switch id {
    case 14...17, 27...31, 34...36, 50...58: .date
    case 18...21, 32, 33, 45, 47: .time
    case 22: .dateAndTime
    case 46: .elapsed
    default: .plain
    }
  }

  init(code: String) {
    let letters = NumberFormat.letters(of: code)
    let isElapsed = ["[h", "[m", "[s"].contains { code.lowercased().contains($0) } && !code.contains("[$")
    let hasTime = letters.contains("h") || letters.contains("s") || isElapsed
    let hasDate = letters.contains("d") || letters.contains("y") || (letters.contains("m") && !hasTime)
    self =
      switch (hasDate, hasTime) {
      case (true, true): .dateAndTime
      case (true, false): .date
      case (false, true): isElapsed ? .elapsed : .time
      case (false, false): NumberFormat.digits(of: code).map(NumberFormat.padded) ?? .plain
      }
  }

  private static func digits(of code: String) -> Int? {
    let count = code.utf8.count
    return (2...mostDigits).contains(count) && code.utf8.allSatisfy { $0 == UInt8(ascii: "0") } ? count : nil
  }

  /// The code's own letters in lower case: without quoted text, `[…]`, and anything after `\`, `_` or `*`.
  private static func letters(of code: String) -> Set<Character> {
    var letters: Set<Character> = []
    var rest = code.lowercased()[...]
    while let character = rest.popFirst() {
      switch character {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "[": rest = rest.drop { $0 != "]" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      default: letters.insert(character)
      }
    }
    return letters
  }
}
