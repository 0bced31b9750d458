import Words

/// A way to compare phrases.
struct Method {
  let name: String
  /// Once per phrase.
  let space: TopicSpace
  let score: (Evidence) -> Double

  static func all(table: WordTable?, concepts: Concepts) -> [Method] {
    let plain = TopicSpace(topics: concepts.phrases)
    let known = TopicSpace(table: table, topics: concepts.phrases)
    return [
      Method(name: "stems and compounds", space: plain) { $0.words },
      Method(name: "n-grams", space: plain) { $0.letters },
      Method(name: "both", space: plain) { $0.similarity },
      Method(name: "word table alone", space: known) { $0.direction ?? -1 },
      Method(name: "all evidence", space: known) { $0.similarity },
    ]
  }

  func measure(_ concepts: Concepts) -> Measurement {
    let clock = ContinuousClock()
    var meanings: [TopicMeaning] = []
    let reading = clock.measure { meanings = concepts.phrases.map { space.meaning(of: $0) } }
    var (across, within) = (Hits(), Hits())
    for phrase in concepts.phrases.indices {
      across.add(isHit(phrase, among: { concepts.isGerman($0) != concepts.isGerman(phrase) }, meanings, concepts))
      within.add(isHit(phrase, among: { concepts.isGerman($0) == concepts.isGerman(phrase) }, meanings, concepts))
    }
    return Measurement(name: name, across: across, within: within, reading: reading / concepts.phrases.count)
  }

  /// True if the best of the others is of the same subject; a tie with another subject doesn't count.
  private func isHit(
    _ phrase: Int, among: (Int) -> Bool, _ meanings: [TopicMeaning], _ concepts: Concepts
  ) -> Bool {
    var (right, wrong) = (-Double.infinity, -Double.infinity)
    for other in meanings.indices where other != phrase && among(other) {
      let score = score(space.evidence(meanings[phrase], meanings[other]))
      if concepts.subject(other) == concepts.subject(phrase) {
        right = max(right, score)
      } else {
        wrong = max(wrong, score)
      }
    }
    return right > wrong
  }
}
