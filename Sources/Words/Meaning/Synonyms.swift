/// A thesaurus prepared for finding its terms in a phrase.
struct Synonyms: Sendable {
  struct Entry: Sendable {
    /// The keys of each of the term's words.
    let words: [[String]]
    /// The line.
    let meaning: Int
  }

  struct Match {
    let meaning: Int
    /// The number of words of the phrase it covers.
    let length: Int
  }

  /// By each key of their first word, longest first.
  private var entries: [String: [Entry]] = [:]
  /// The direction of each line; empty for a line with no word known to the table.
  let directions: [[Float]]

  init(_ thesaurus: Thesaurus, directions: [[Float]]) {
    self.directions = directions
    for (meaning, line) in thesaurus.lines.enumerated() {
      for term in line { add(Entry(words: Terms.of(term).map(\.keys), meaning: meaning)) }
    }
  }

  private mutating func add(_ entry: Entry) {
    guard let first = entry.words.first else { return }
    for key in first {
      let place = entries[key]?.firstIndex { $0.words.count < entry.words.count } ?? entries[key]?.endIndex ?? 0
      entries[key, default: []].insert(entry, at: place)
    }
  }

  /// The longest term with which the words begin.
  func match(_ words: ArraySlice<Term>) -> Match? {
    guard !entries.isEmpty, let first = words.first else { return nil }
    for entry in first.keys.flatMap({ entries[$0] ?? [] }) where entry.words.count <= words.count {
      let agree = zip(entry.words, words).allSatisfy { keys, word in word.keys.contains { keys.contains($0) } }
      if agree { return Match(meaning: entry.meaning, length: entry.words.count) }
    }
    return nil
  }
}
