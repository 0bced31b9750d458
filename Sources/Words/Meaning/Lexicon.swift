import Foundation

/// The words that are known: those of the word table, if there is one, and those of a list of topics.
struct Lexicon: Sendable {
  /// For a word of the list that the table doesn't have: rare in texts at large.
  private static let rarityOfListed: WordTable.Rarity = 5.5
  /// Words this common and commoner say little about a topic (the a of Arora, Liang and Ma, 2017, as an exponent).
  private static let commonness = 4.0

  let table: WordTable?
  /// Keys of the words of the list that stand by themselves there.
  let listed: Set<String>

  /// What a word may mean.
  struct Sense {
    /// In the table.
    let place: Int
    let isGerman: Bool
    /// How likely it is meant, from 0 to 1, in a text of which nothing else is known.
    let share: Float
  }

  /// A word that is both German and English is taken for both, each as far as it is common.
  func senses(of keys: [String]) -> [Sense] {
    guard let table else { return [] }
    let found = keys.compactMap { key in table.place(of: key).map { ($0, key.hasPrefix("de:")) } }
    let frequencies = found.map { pow(10, -table.rarity(at: $0.0)) }
    let total = frequencies.reduce(0, +)
    return zip(found, frequencies).map { Sense(place: $0.0, isGerman: $0.1, share: Float($1 / total)) }
  }

  /// Nil for a word that nobody knows.
  func rarity(of keys: [String]) -> WordTable.Rarity? {
    let known = keys.compactMap { key in table?.place(of: key) }.compactMap { table?.rarity(at: $0) }
    return known.min() ?? (keys.contains { listed.contains($0) } ? Self.rarityOfListed : nil)
  }

  /// How much a word says about a topic, 0 to 1: common words little, rare and unknown ones all.
  func weight(of keys: [String]) -> Float {
    guard let rarity = rarity(of: keys) else { return 1 }
    return Float(1 / (1 + pow(10, Self.commonness - rarity)))
  }
}
