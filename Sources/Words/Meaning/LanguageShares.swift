/// The German and English shares of a text.
struct LanguageShares {
  /// Stop words weigh as much as this many other words.
  private static let weightOfLanguage: Float = 2
  /// The initial uncertainty.
  private static let doubt: Float = 0.25

  private var german: Float
  private var english: Float

  init(_ language: TextLanguage?) {
    german = language == .german ? Self.weightOfLanguage : 0
    english = language == .english ? Self.weightOfLanguage : 0
  }

  /// From 0 to 1; a half if nothing is known.
  var germanness: Float { german + english > 0 ? german / (german + english) : 0.5 }

  mutating func add(_ sense: Lexicon.Sense, _ weight: Float) {
    if sense.isGerman { german += weight } else { english += weight }
  }

  /// The likelihood of each sense of a word, given the rest of the text.
  func shares(of senses: [Lexicon.Sense]) -> [Float] {
    let shares = senses.map { $0.share * (($0.isGerman ? german : english) + Self.doubt) }
    let total = shares.reduce(0, +)
    return shares.map { total > 0 ? $0 / total : 0 }
  }
}
