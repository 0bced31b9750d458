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
