/// A contribution is something only this host can put on the table: an experience, a number, a failure, a draft.
struct ContributionRubric {
  let text: RubricText
  let lexicon: RubricLexicon

  var hints: [Hint] {
    var hints: [Hint] = []
    if let word = text.first(of: lexicon.advertisement) {
      hints.append(Hint(.contribution, "advertisement", ["word": word]))
    }
    if let word = text.first(of: lexicon.emptyWords) { hints.append(Hint(.contribution, "emptyWord", ["word": word])) }
    if text.first(of: lexicon.anticipation) != nil { hints.append(Hint(.contribution, "anticipation")) }
    if !hasEvidence { hints.append(Hint(.contribution, text.words.count < 6 ? "short" : "noExperience")) }
    return hints
  }

  private var hasEvidence: Bool {
    text.words.contains { $0.contains(where: \.isNumber) } || text.first(of: lexicon.evidence) != nil
  }
}
