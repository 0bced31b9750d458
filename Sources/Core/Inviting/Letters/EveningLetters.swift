// Mail besides the letters: on the day before, about a missing vote, with a new link, in the host's own words.

extension Letter {
  /// Sent on the day before to somebody who comes.
  /// - Parameters:
  ///   - date: in words, with the zone.
  ///   - company: the other guests, as far as each agreed.
  package static func dayBefore(_ facts: LetterFacts, date: String, company: GuestCompany) -> Letter {
    let phrases = facts.form.phrases
    let words = phrases.dayBefore(date: Prose.phrase(date) ?? date)
    return Letter(
      subject: words.subject,
      blocks: frame(
        facts,
        [.paragraph(words.opening), .paragraph([.text(words.door), .link(facts.personalLink)])]
          + people(company, phrases, words) + [.paragraph(words.equipment), .paragraph(words.farewell)]))
  }

  private static func people(
    _ company: GuestCompany, _ phrases: any LetterPhrases, _ words: DayBeforePhrases
  ) -> [Block] {
    let named = company.members.compactMap { member in
      Prose.line([member.name, member.line].filter { !$0.isEmpty }.joined(separator: ", "))
    }
    let others = company.unnamed == 0 ? nil : phrases.others(company.unnamed, besidesNamed: !named.isEmpty)
    if named.isEmpty { return others.map { [.paragraph($0)] } ?? [] }
    return [.paragraph(words.company), .list(named + [others].compactMap(\.self))]
  }

  /// To somebody who comes and has not voted on any date.
  /// - Parameter day: the last day to vote, in words.
  package static func pollReminder(_ facts: LetterFacts, until day: String?) -> Letter {
    page(facts.form.phrases.pollReminder(until: Prose.phrase(day)), facts)
  }

  /// With the link that replaces an earlier one.
  package static func newLink(_ facts: LetterFacts, hasEntry: Bool) -> Letter {
    let topic = Prose.phrase(facts.substance.topic) ?? facts.substance.topic
    return page(facts.form.phrases.newLink(topic: topic, hasEntry: hasEntry), facts)
  }

  /// The host's message to several guests in their own words: each line is a paragraph.
  package static func message(_ facts: LetterFacts, subject: String, text: String) -> Letter {
    let phrases = facts.form.phrases
    let paragraphs = text.split(whereSeparator: \.isNewline).compactMap { Prose.line(String($0)) }.map(Block.paragraph)
    return Letter(
      subject: Prose.line(subject) ?? subject,
      blocks: frame(facts, paragraphs + [.paragraph([.text(phrases.messagePage), .link(facts.personalLink)])]))
  }
}
