/// A part of the letter to a guest of honour that the host may put in other words. The reason is always the host's own.
package enum HonourSentence: String, Sendable, CaseIterable, Codable {
  case subject, salutation, opening, circle, questions, time, page, farewell
}

/// The letter's parts in the host's words. A blank one counts as none, so that it can't silence a composed sentence.
package struct HonourEdits: Sendable, Hashable {
  package var sentences: [HonourSentence: String]

  package init(_ sentences: [HonourSentence: String] = [:]) {
    self.sentences = sentences
  }

  package subscript(sentence: HonourSentence) -> String? { Prose.sentence(sentences[sentence] ?? "") }
}

extension Letter {
  /// The letter's parts as composed.
  package static func proposedSentences(_ facts: LetterFacts, _ honour: HonourFacts) -> [HonourSentence: String] {
    var facts = facts
    facts.recipient.salutation = nil
    let words = facts.form.phrases.honour(honour, facts)
    return [
      .subject: words.subject, .salutation: facts.form.phrases.salutation(facts.recipient), .opening: words.opening,
      .circle: words.circle, .questions: words.questions, .time: words.time, .page: words.page,
      .farewell: words.farewell,
    ]
  }
}
