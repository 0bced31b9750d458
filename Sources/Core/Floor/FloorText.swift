/// Text people write: trimmed, without control characters, of bounded length.
enum FloorText {
  /// One line: white space, line ends included, becomes single spaces. May be empty.
  static func line(_ text: String, upTo most: Int) throws(FloorRefusal) -> String {
    try bounded(text.withoutHiddenMarks.collapsingWhitespace, most)
  }

  /// As `line`, but it must not be empty.
  static func filledLine(_ text: String, upTo most: Int) throws(FloorRefusal) -> String {
    try filled(line(text, upTo: most))
  }

  /// Keeps line ends inside the text.
  static func filledLines(_ text: String, upTo most: Int) throws(FloorRefusal) -> String {
    let clean = text.withoutHiddenMarks
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

  private static func bounded(_ text: String, _ most: Int) throws(FloorRefusal) -> String {
    guard text.length <= most else { throw .textTooLong }
    return text
  }

  private static func filled(_ text: String) throws(FloorRefusal) -> String {
    guard !text.isEmpty else { throw .emptyText }
    return text
  }
}
