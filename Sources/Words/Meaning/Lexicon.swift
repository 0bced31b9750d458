import Foundation

/// The known words: those of the word table, if there is one, and those of a list of topics.
struct Lexicon: Sendable {
  /// Used for a word of the list that the table doesn't have: rare in general texts.
  private static let rarityOfListed: WordTable.Rarity = 5.5
  /// Words this common or commoner say little about a topic (the a of Arora, Liang and Ma, 2017, as an exponent).
  private static let commonness = 4.0

  let table: WordTable?
  /// Keys of the words that occur alone in the list.
  let listed: Set<String>

  /// A possible sense of a word.
  struct Sense {
    /// Its place in the table.
    let place: Int
    let isGerman: Bool
    /// The likelihood of this sense, from 0 to 1, in a text about which nothing else is known.
    let share: Float
  }

  /// A word that is both German and English counts as both, each according to how common it is.
  func senses(of keys: [String]) -> [Sense] {
    guard let table else { return [] }
    let found = keys.compactMap { key in table.place(of: key).map { ($0, key.hasPrefix("de:")) } }
    let frequencies = found.map { pow(10, -table.rarity(at: $0.0)) }
    let total = frequencies.reduce(0, +)
    return zip(found, frequencies).map { Sense(place: $0.0, isGerman: $0.1, share: Float($1 / total)) }
  }

  /// Nil for an unknown word.
  func rarity(of keys: [String]) -> WordTable.Rarity? {
    let known = keys.compactMap { key in table?.place(of: key) }.compactMap { table?.rarity(at: $0) }
    return known.min() ?? (keys.contains { listed.contains($0) } ? Self.rarityOfListed : nil)
  }

  /// The weight of a word for a topic, 0 to 1: little for common words, everything for rare and unknown ones.
  func weight(of keys: [String]) -> Float {
    guard let rarity = rarity(of: keys) else { return 1 }
    return Float(1 / (1 + pow(10, Self.commonness - rarity)))
  }
}
