/// The qualities of good topics, questions and contributions, and what the ones at hand lack.
package enum Rubric {
  /// At most two hints for each field, the most important first: more would read like a corrected essay.
  package static func hints(for substance: Substance, language: Language) -> [Hint] {
    let lexicon = RubricLexicon(language)
    return SubstanceField.allCases.flatMap { field -> ArraySlice<Hint> in
      guard let text = Prose.line(substance[field]) else { return [Hint(field, field.isMissing)] }
      return hints(field, RubricText(text), lexicon).prefix(2)
    }
  }

  /// The examples beside a field.
  package static func guide(for field: SubstanceField) -> Guide {
    let key = "substance.rubric.\(field.rawValue)"
    return Guide(
      introduction: Message("\(key).introduction"), good: [Message("\(key).good1"), Message("\(key).good2")],
      bad: Message("\(key).bad"), whyBad: Message("\(key).whyBad"))
  }

  package struct Guide: Sendable, Hashable {
    package let introduction: Message
    package let good: [Message]
    package let bad: Message
    package let whyBad: Message
  }

  private static func hints(_ field: SubstanceField, _ text: RubricText, _ lexicon: RubricLexicon) -> [Hint] {
    switch field {
    case .topic: TopicRubric(text: text, lexicon: lexicon).hints
    case .question: QuestionRubric(text: text, lexicon: lexicon).hints
    case .contribution: ContributionRubric(text: text, lexicon: lexicon).hints
    }
  }
}

/// A topic is something eight people can talk about for an hour: narrower than a book, wider than a yes.
struct TopicRubric {
  let text: RubricText
  let lexicon: RubricLexicon

  var hints: [Hint] {
    if let word = text.first(of: lexicon.emptyWords) { return [Hint(.topic, "emptyWord", ["word": word])] }
    if isLong { return [Hint(.topic, "long")] }
    return isGeneral ? [Hint(.topic, "general")] : []
  }

  private var isLong: Bool { text.words.count > 14 || text.line.count > 100 }

  /// Made of nothing but words that fit any programme.
  private var isGeneral: Bool {
    let telling = text.words.filter { !lexicon.fillers.contains($0) && !lexicon.generalTopics.contains($0) }
    return telling.isEmpty || text.words.count == 1
  }
}

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
