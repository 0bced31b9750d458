extension Letter {
  /// The one reminder, for a guest who has not answered.
  package static func reminder(_ facts: LetterFacts) -> Letter {
    let phrases = facts.form.phrases
    let words = phrases.reminder(facts)
    return Letter(
      subject: words.subject,
      blocks: frame(
        facts,
        [
          .paragraph(words.opening),
          .quote(facts.substance.question),
          .paragraph([.text(words.answer), .link(facts.personalLink)]),
          .paragraph(words.farewell),
        ]))
  }

  /// The date is set; the calendar entry comes along if there is one.
  /// - Parameters:
  ///   - date: in words, with the zone.
  ///   - isComing: the guest has said yes; not "perhaps", and not nothing yet.
  package static func confirmation(
    _ facts: LetterFacts, date: String, isComing: Bool = true, hasEntry: Bool = true
  ) -> Letter {
    let words = facts.form.phrases.confirmation(
      date: Prose.phrase(date) ?? date, isComing: isComing, hasEntry: hasEntry)
    return Letter(
      subject: words.subject,
      blocks: frame(
        facts,
        [
          .paragraph(words.opening),
          .paragraph([.text(words.entry), .link(facts.personalLink)]),
          .paragraph(words.question),
          .quote(facts.substance.question),
          .paragraph(words.farewell),
        ]))
  }

  /// A seat has been found for a guest who answered late. It says nothing about the wait.
  package static func admission(_ facts: LetterFacts) -> Letter {
    let words = facts.form.phrases.admission(Prose.phrase(facts.substance.topic) ?? facts.substance.topic)
    return Letter(
      subject: words.subject,
      blocks: frame(facts, [.paragraph(words.opening), .paragraph([.text(words.page), .link(facts.personalLink)])]))
  }

  /// The date has moved.
  /// - Parameters: dates in words, with the zone; `hasEntry` if a new calendar entry comes along.
  package static func change(
    _ facts: LetterFacts, from old: String?, to new: String, hasEntry: Bool = true
  ) -> Letter {
    change(
      facts,
      facts.form.phrases.change(from: Prose.phrase(old), to: Prose.phrase(new) ?? new, hasEntry: hasEntry))
  }

  /// The date stays, but the party is longer, shorter, or in another zone.
  package static func adjustment(_ facts: LetterFacts, date: String, hasEntry: Bool) -> Letter {
    change(
      facts,
      facts.form.phrases.adjustment(
        date: Prose.phrase(date) ?? date, minutes: facts.minutes, hasEntry: hasEntry))
  }

  /// The date is one the guest said they can't make.
  package static func unsuitable(_ facts: LetterFacts, date: String) -> Letter {
    change(facts, facts.form.phrases.unsuitable(date: Prose.phrase(date) ?? date))
  }

  /// There are dates to choose from: further ones, or several in place of a settled date.
  package static func poll(_ facts: LetterFacts, slots: Int, insteadOfDate: Bool) -> Letter {
    change(facts, facts.form.phrases.poll(slots: slots, insteadOfDate: insteadOfDate))
  }

  /// The guest's answer has changed, and so has their calendar entry.
  package static func answerNoted(_ facts: LetterFacts, date: String, isComing: Bool) -> Letter {
    change(facts, facts.form.phrases.answerNoted(date: Prose.phrase(date) ?? date, isComing: isComing))
  }

  private static func change(_ facts: LetterFacts, _ words: ChangePhrases) -> Letter {
    Letter(
      subject: words.subject,
      blocks: frame(
        facts, [.paragraph(words.opening), .paragraph([.text(words.answer), .link(facts.personalLink)])]))
  }

  /// After a guest's own no: their calendar entry is taken back.
  /// - Parameter date: in words, with the zone.
  package static func removal(_ facts: LetterFacts, date: String) -> Letter {
    let words = facts.form.phrases.removal(date: Prose.phrase(date) ?? date)
    return Letter(
      subject: words.subject,
      blocks: frame(
        facts, [.paragraph(words.opening), .paragraph([.text(words.answer), .link(facts.personalLink)])]))
  }

  /// The host takes the invitation back. The party takes place without this guest, which the letter does not mention.
  package static func withdrawal(_ facts: LetterFacts) -> Letter {
    let words = facts.form.phrases.withdrawal(Prose.phrase(facts.substance.topic) ?? facts.substance.topic)
    return Letter(
      subject: words.subject, blocks: frame(facts, [.paragraph(words.opening), .paragraph(words.farewell)]))
  }

  /// The party does not take place.
  /// - Parameters:
  ///   - reason: a sentence of the host's own.
  ///   - date: in words; nil when none was set.
  package static func cancellation(_ facts: LetterFacts, reason: String?, date: String?) -> Letter {
    let words = facts.form.phrases.cancellation(
      reason: Prose.sentence(reason), date: Prose.phrase(date),
      topic: Prose.phrase(facts.substance.topic) ?? facts.substance.topic)
    return Letter(
      subject: words.subject, blocks: frame(facts, [.paragraph(words.opening), .paragraph(words.farewell)]))
  }

  /// Adds the salutation before, and the signature and the way to object after.
  static func frame(_ facts: LetterFacts, _ middle: [Block]) -> [Block] {
    let phrases = facts.form.phrases
    let entered = facts.entered.map { [Block.paragraph(phrases.entered($0))] } ?? []
    return [.paragraph(phrases.salutation(facts.recipient))] + middle + entered + [
      signature(facts.host, phrases),
      .footnote([.text(phrases.objection), .link(facts.objectionLink)]),
    ]
  }
}
