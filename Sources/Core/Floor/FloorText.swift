/// What people write: trimmed, without control characters, of a bounded length.
enum FloorText {
  /// One line: white space, line ends too, becomes single spaces. May be empty.
  static func line(_ text: String, upTo most: Int) throws(FloorRefusal) -> String {
    try bounded(clean(text).collapsingWhitespace, most)
  }

  /// As `line`, but something must stand there.
  static func filledLine(_ text: String, upTo most: Int) throws(FloorRefusal) -> String {
    try filled(line(text, upTo: most))
  }

  /// Keeps its line ends within.
  static func filledLines(_ text: String, upTo most: Int) throws(FloorRefusal) -> String {
    let clean = clean(text)
    let tail = clean.drop(while: \.isWhitespace)
    let end = tail.lastIndex { !$0.isWhitespace }.map(tail.index(after:)) ?? tail.startIndex
    return try filled(bounded(String(tail[..<end]), most))
  }

  static func profile(_ profile: Participant.Profile) throws(FloorRefusal) -> Participant.Profile {
    Participant.Profile(
      name: try filledLine(profile.name, upTo: FloorRules.nameLength),
      line: try line(profile.line, upTo: FloorRules.lineLength),
      drink: try line(profile.drink, upTo: FloorRules.drinkLength))
  }

  /// Marks that turn the direction of a text would turn the page around it, too.
  private static func clean(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    scalars.append(
      contentsOf: text.unicodeScalars.lazy.filter { scalar in
        switch scalar.value {
        case 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: false
        case 0x09, 0x0A, 0x0D: true
        default: scalar.properties.generalCategory != .control
        }
      })
    return String(scalars)
  }

  private static func bounded(_ text: String, _ most: Int) throws(FloorRefusal) -> String {
    guard text.length <= most else { throw .textTooLong }
    return text
  }

  private static func filled(_ text: String) throws(FloorRefusal) -> String {
    guard !text.isEmpty else { throw .emptyText }
    return text
  }
}
