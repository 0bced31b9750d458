/// Finds the leaders a topic might belong to without comparing it with all of them: those that share a rare word or
/// rare runs of letters, and those in its direction.
struct TopicNeighbours {
  private static let mostPerWord = 24
  private static let mostPerGram = 12
  private static let soughtGrams = 5

  private let gramCounts: [UInt32: Int]
  private var byWord: [UInt64: [Int]] = [:]
  private var byGram: [UInt32: [Int]] = [:]
  private var directions: DirectionIndex
  private var count = 0

  /// - Parameter meanings: all that will be looked up, to know what is rare among them.
  init(_ meanings: [TopicMeaning]) {
    var counts: [UInt32: Int] = [:]
    for gram in meanings.lazy.flatMap(\.grams.grams) { counts[gram, default: 0] += 1 }
    gramCounts = counts
    directions = DirectionIndex(meanings.map(\.direction))
  }

  /// Numbered in the order of adding; in ascending order, without repeats.
  func candidates(for meaning: TopicMeaning) -> [Int] {
    var found = NumberSet(count)
    for atom in meaning.atoms {
      found.insert(byWord[atom.german] ?? [])
      if atom.english != atom.german { found.insert(byWord[atom.english] ?? []) }
    }
    for gram in rareGrams(of: meaning) { found.insert(byGram[gram] ?? []) }
    found.insert(directions.nearest(to: meaning.direction))
    return found.numbers.sorted()
  }

  mutating func add(_ meaning: TopicMeaning) {
    for key in Set(meaning.atoms.flatMap { [$0.german, $0.english] })
    where byWord[key]?.count ?? 0 < Self.mostPerWord {
      byWord[key, default: []].append(count)
    }
    for gram in rareGrams(of: meaning) where byGram[gram]?.count ?? 0 < Self.mostPerGram {
      byGram[gram, default: []].append(count)
    }
    directions.add(meaning.direction)
    count += 1
  }

  /// Leaves out those found in this topic only.
  private func rareGrams(of meaning: TopicMeaning) -> [UInt32] {
    let shared = meaning.grams.grams.compactMap { gram in gramCounts[gram].map { (count: $0, gram: gram) } }
    return shared.filter { $0.count > 1 }.sorted { $0 < $1 }.prefix(Self.soughtGrams * 2).map(\.gram)
  }
}
