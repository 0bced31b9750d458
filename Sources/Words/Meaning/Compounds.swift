/// Splits German compounds into known words: "Energiespeicher" into "energie" and "speicher".
///
/// Of all ways it takes the one whose parts are commonest on average, and only if they are commoner than the whole
/// (Koehn and Knight, 2003): "Verein" stays a word.
struct Compounds {
  /// The letters that may join two parts.
  private static let joints = ["", "s", "es", "n", "en", "er", "e", "ns"]
  /// Short known words that may be parts; most can't: "ver", "ent", "ung" are found in texts, but aren't words.
  private static let shortParts = Set(
    [
      "amt", "art", "bau", "bio", "eis", "erz", "gas", "geo", "hof", "ki", "ol", "rad", "rat", "see", "tee", "uhr",
      "web",
    ])
  private static let shortestPart = 4
  private static let compoundLengths = 7...60
  /// The margin by which the parts must be commoner than the whole.
  private static let advantage = 0.4

  let lexicon: Lexicon
  let stemmers: Stemmers

  /// The keys of each part; nil for a word that isn't made of known words.
  /// - Parameter folded: lowercase, without diacritics.
  func parts(of folded: String, keys: [String]) -> [[String]]? {
    let letters = Array(folded.utf8)
    guard Self.compoundLengths.contains(letters.count), letters.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else {
      return nil
    }
    var search = CompoundSearch(letters: letters, part: part)
    guard let best = search.best(), best.parts.count > 1 else { return nil }
    if let whole = lexicon.rarity(of: keys), best.rarity + Self.advantage > whole { return nil }
    return best.parts
  }

  /// A part as it is in the compound, with the letters that join it to the next.
  private func part(_ letters: ArraySlice<UInt8>, isLast: Bool) -> CompoundSearch.Part? {
    let candidates = (isLast ? [""] : Self.joints).compactMap { joint -> CompoundSearch.Part? in
      guard letters.reversed().starts(with: joint.utf8.reversed()) else { return nil }
      return word(String(decoding: letters.dropLast(joint.utf8.count), as: UTF8.self))
    }
    return candidates.min { $0.rarity < $1.rarity }
  }

  private func word(_ text: String) -> CompoundSearch.Part? {
    guard text.utf8.count >= Self.shortestPart || Self.shortParts.contains(text) else { return nil }
    let keys = ["de:" + stemmers.german.stem(text), "en:" + stemmers.english.stem(text)]
    return lexicon.rarity(of: keys).map { CompoundSearch.Part(keys: keys, rarity: $0) }
  }
}
