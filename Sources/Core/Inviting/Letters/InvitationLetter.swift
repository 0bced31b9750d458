extension Letter {
  /// The personal invitation: what was missed, why this guest, what it is, the question, the host's contribution, when,
  /// and how to answer. The host's own wording wins over the composed one.
  package static func invitation(_ facts: LetterFacts, edits: LetterEdits = LetterEdits()) -> Letter {
    let phrases = facts.form.phrases
    let blocks: [Block?] = [
      .paragraph(phrases.salutation(facts.recipient)),
      .paragraph(Prose.sentence(edits.opening) ?? proposedOpening(facts)),
      whyYou(facts, edits),
      .paragraph(gathering(facts)),
      .paragraph(phrases.question(topic: facts.substance.topic)),
      .quote(facts.substance.question),
      .paragraph(phrases.contribution(facts.substance.contribution)),
      .paragraph([.text(answering(facts)), .link(facts.personalLink)]),
      .paragraph(phrases.farewell),
      signature(facts.host, phrases),
      source(facts, after: phrases.company + " "),
    ]
    return Letter(subject: subject(facts, edits), blocks: blocks.compactMap { $0 })
  }

  /// The subject that the program proposes for this guest.
  package static func proposedSubject(_ facts: LetterFacts) -> String {
    let again = facts.previous.map { _ in facts.form.phrases.circleSubject(topic: facts.substance.topic) }
    let proposals = again.map { [$0] } ?? facts.form.phrases.subjects(facts)
    return proposals.first { $0.count <= longestSubject } ?? String((proposals.last ?? "").prefix(longestSubject))
  }

  /// The opening that the program proposes, for a form in which the host may reword it.
  package static func proposedOpening(_ facts: LetterFacts) -> String {
    let phrases = facts.form.phrases
    return facts.previous.map(phrases.circleOpening) ?? phrases.opening(facts.occasion)
  }

  private static func gathering(_ facts: LetterFacts) -> String {
    let phrases = facts.form.phrases
    return facts.previous?.wasThere ?? false
      ? phrases.circleGathering(facts) : phrases.gathering(facts)
  }

  /// The subject if it is short enough, otherwise a shorter one. A date in it keeps its own zone; the host's local time
  /// beside it, “(London; in Berlin 18:30 Uhr)”, is in the letter.
  static func fitting(_ subject: String, or shorter: String) -> String {
    let brief = subject.replacing(/; [^()]*\)/, with: ")")
    return brief.count <= longestSubject ? brief : shorter
  }

  /// A phone's list of mails cuts off longer subjects.
  private static let longestSubject = 70

  private static func subject(_ facts: LetterFacts, _ edits: LetterEdits) -> String {
    Prose.line(edits.subject) ?? proposedSubject(facts)
  }

  private static func whyYou(_ facts: LetterFacts, _ edits: LetterEdits) -> Block? {
    let composed = ReasonSentence.compose(talks: facts.talks, shared: facts.sharedTopics, form: facts.form)
    let text = Prose.paragraph([Prose.sentence(edits.reason) ?? composed, Prose.sentence(edits.ownSentence)])
    return text.isEmpty ? nil : .paragraph(text)
  }

  private static func answering(_ facts: LetterFacts) -> String {
    let phrases = facts.form.phrases
    let answerBy = Prose.phrase(facts.answerBy)
    return Prose.paragraph([phrases.date(facts.date), phrases.answer(facts.date, by: answerBy)])
  }

  /// The origin of the address, how to object, and the person responsible for the letter.
  static func source(_ facts: LetterFacts, after words: String = "") -> Block {
    let phrases = facts.form.phrases
    var inlines: [Inline] = [.text(words + phrases.origin(facts.source)), .link(facts.objectionLink)]
    if let legalNotice = facts.imprint.legalNotice { inlines += [.text(phrases.legalNotice), .link(legalNotice)] }
    if let contact = facts.imprint.privacyContact {
      inlines += [.text(phrases.privacyContact), contact.contains("@") ? .text(contact) : .link(contact)]
    }
    return .footnote(inlines)
  }

  static func signature(_ host: LetterFacts.Signature, _ phrases: any LetterPhrases) -> Block {
    .signature([phrases.greeting] + ([host.name] + host.lines).compactMap(Prose.line))
  }
}
