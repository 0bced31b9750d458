// The letters of a circle: after an evening, to the next one, to its guest of honour, and at the end.

extension Letter {
  /// After the evening: thanks, and where to find everything.
  /// - Parameter met: names of the people the guest stood with, longest company first; empty for somebody who could not
  ///   come.
  package static func summary(_ facts: LetterFacts, met: [String], wasThere: Bool) -> Letter {
    let words = facts.form.phrases.summary(met: met, wasThere: wasThere)
    return page(words, facts)
  }

  /// The one gentle reminder of a promise.
  package static func promiseReminder(_ facts: LetterFacts, promise: String, to names: [String]) -> Letter {
    let words = facts.form.phrases.promiseReminder(promise: Prose.phrase(promise) ?? promise, to: names)
    return Letter(
      subject: words.subject,
      blocks: frame(facts, [.paragraph(words.opening), .paragraph([.text(words.page), .link(facts.personalLink)])]))
  }

  /// The invitation to a guest of honour, made of facts alone: the people of the circle, their questions, and how
  /// little time it takes.
  package static func honourInvitation(
    _ facts: LetterFacts, _ honour: HonourFacts, edits: HonourEdits = HonourEdits()
  ) -> Letter {
    let phrases = facts.form.phrases
    let words = phrases.honour(honour, facts)
    let questions = honour.questions.compactMap(Prose.line)
    let middle: [Block?] = [
      .paragraph(edits[.opening] ?? words.opening), .paragraph(edits[.circle] ?? words.circle),
      Prose.sentence(honour.reason).map(Block.paragraph),
      questions.isEmpty ? nil : .paragraph(edits[.questions] ?? words.questions),
    ]
    let greeting = Prose.greeting(edits.sentences[.salutation]) ?? phrases.salutation(facts.recipient)
    return Letter(
      subject: Prose.line(edits.sentences[.subject]) ?? words.subject,
      blocks: [.paragraph(greeting)] + middle.compactMap { $0 } + questions.map(Block.quote)
        + [
          .paragraph(edits[.time] ?? words.time),
          .paragraph([.text(edits[.page] ?? words.page), .link(facts.personalLink)]),
          .paragraph(edits[.farewell] ?? words.farewell),
          signature(facts.host, phrases),
          source(facts),
        ])
  }

  /// The guest of honour's slot is settled; the calendar entry, for the slot alone, comes along if `hasEntry`.
  /// - Parameter date: the beginning of the slot in words, with the zone.
  package static func honourConfirmation(
    _ facts: LetterFacts, date: String, isComing: Bool = true, hasEntry: Bool = true
  )
    -> Letter
  {
    let words = facts.form.phrases.honourConfirmation(
      date: Prose.phrase(date) ?? date, minutes: facts.minutes, isComing: isComing, hasEntry: hasEntry)
    return page(words, facts)
  }

  /// The guest of honour's slot moved; a new calendar entry comes along if `hasEntry`.
  /// - Parameter old: nil if it still begins at the same time.
  package static func honourChange(
    _ facts: LetterFacts, from old: String?, to new: String, hasEntry: Bool = true
  ) -> Letter {
    let words = facts.form.phrases.honourChange(
      from: Prose.phrase(old), to: Prose.phrase(new) ?? new, minutes: facts.minutes, hasEntry: hasEntry)
    return page(words, facts)
  }

  /// To the person whom the guest of honour named to answer for them. It has no one-click objection: it is sent once,
  /// because somebody asked for it.
  /// - Parameter link: the assistant's own; it opens nothing that the guest of honour said about themselves, and not
  ///   the floor.
  package static func assistant(
    _ facts: LetterFacts, name: String, of honoured: String, date: String?, link: String
  ) -> Letter {
    let phrases = facts.form.phrases
    return assistant(
      facts, name, phrases.assistant(of: honoured, date: Prose.phrase(date), minutes: facts.minutes), link)
  }

  /// To the assistant, when the slot they were told of has changed, or one has been settled that they knew nothing of.
  /// - Parameter old: nil if it still begins at the same time, or there was no date.
  package static func assistantChange(
    _ facts: LetterFacts, name: String, of honoured: String, from old: String?, to new: String, link: String
  ) -> Letter {
    let words = facts.form.phrases.assistantChange(
      of: honoured, from: Prose.phrase(old), to: Prose.phrase(new) ?? new, minutes: facts.minutes)
    return assistant(facts, name, words, link)
  }

  /// To the assistant, once there is nothing left to look after.
  /// - Parameters:
  ///   - date: the date it would have had; nil if none was settled.
  ///   - reason: the host's own sentence; may be empty.
  package static func assistantCancellation(
    _ facts: LetterFacts, name: String, of honoured: String, date: String?, reason: String
  ) -> Letter {
    let phrases = facts.form.phrases
    let words = phrases.assistantCancellation(of: honoured, date: Prose.phrase(date))
    return Letter(
      subject: words.subject,
      blocks: [
        .paragraph(phrases.salutation(Recipient(name: name))), .paragraph(words.opening),
        Prose.sentence(reason).map(Block.paragraph), .paragraph(words.farewell), signature(facts.host, phrases),
      ].compactMap(\.self))
  }

  private static func assistant(_ facts: LetterFacts, _ name: String, _ words: PagePhrases, _ link: String) -> Letter {
    let phrases = facts.form.phrases
    return Letter(
      subject: words.subject,
      blocks: [
        .paragraph(phrases.salutation(Recipient(name: name))), .paragraph(words.opening),
        .paragraph([.text(words.page), .link(link)]), .paragraph(words.farewell), signature(facts.host, phrases),
      ])
  }

  static func page(_ words: PagePhrases, _ facts: LetterFacts) -> Letter {
    let farewell: [Block] = words.farewell.isEmpty ? [] : [.paragraph(words.farewell)]
    let middle: [Block] = [.paragraph(words.opening), .paragraph([.text(words.page), .link(facts.personalLink)])]
    return Letter(subject: words.subject, blocks: frame(facts, middle + farewell))
  }

  /// Thanks to the guest of honour, with what the circle took away. The host edits the text.
  package static func thanks(_ facts: LetterFacts, text: String) -> Letter {
    let phrases = facts.form.phrases
    let paragraphs = text.split(separator: "\n").compactMap { Prose.line(String($0)) }.map(Block.paragraph)
    return Letter(
      subject: phrases.thanksSubject,
      blocks: frame(facts, paragraphs + [.paragraph([.text(phrases.thanksPage), .link(facts.personalLink)])]))
  }

  /// A draft for the host: thanks, and what the circle took away.
  package static func proposedThanks(_ facts: LetterFacts, minutes: Int, taken: [String]) -> String {
    facts.form.phrases.thanks(minutes: minutes, taken: taken.compactMap(Prose.phrase))
  }

  /// Ends a series kindly once it has had its time.
  package static func circleEnd(_ facts: LetterFacts, evenings: Int) -> Letter {
    page(facts.form.phrases.circleEnd(evenings: evenings), facts)
  }
}
