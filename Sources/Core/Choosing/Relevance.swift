import Foundation

/// The order of candidates by the closeness of their topics to the party's theme.
///
/// Okapi BM25 over the list (Robertson and Zaragoza, 2009), where a person's topics together are the document: a word
/// that few people of the list speak about counts more than one that all do, a second mention adds to the first but
/// doesn't double it, and somebody with very many topics is held back a little. Candidates with equal scores are sorted
/// by name.
package enum Relevance {
  /// All candidates, best first.
  package static func rank(_ candidates: [Candidate], for theme: PartyTheme) -> [RankedCandidate] {
    let positions = theme.positions
    let matches = candidates.map { ThemeMatch($0, positions: positions, count: theme.words.count) }
    let weights = WordWeights(theme: theme, matches: matches)
    let ranked = zip(candidates, matches).map { candidate, match in
      RankedCandidate(
        id: candidate.id, name: candidate.name, score: weights.score(match),
        reasons: weights.reasons(match, topics: candidate.topics))
    }
    return sorted(ranked)
  }

  private static func sorted(_ candidates: [RankedCandidate]) -> [RankedCandidate] {
    candidates
      .map { (candidate: $0, name: SearchKey.fold($0.name)) }
      .sorted { left, right in
        if left.candidate.score != right.candidate.score { return left.candidate.score > right.candidate.score }
        if left.name != right.name { return left.name < right.name }
        return left.candidate.id < right.candidate.id
      }
      .map(\.candidate)
  }
}
