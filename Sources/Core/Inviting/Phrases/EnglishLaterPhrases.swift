// The English letters after the invitation. Text for people stands here in Swift: see `LetterPhrases` for why.

extension EnglishPhrases {
  func reminder(_ facts: LetterFacts) -> ReminderPhrases {
    let until = Prose.phrase(facts.answerBy).map { " until \($0)" } ?? " a little longer"
    return ReminderPhrases(
      subject: "There is still a place for you",
      opening: "A few days ago I invited you to a small gathering; perhaps my letter got lost. "
        + "This is the question I would like to begin with:",
      answer: "I am glad to keep a place for you\(until). One click is enough, for a no or a perhaps as well:",
      farewell: "I will not ask again.")
  }

  func confirmation(date: String) -> ConfirmationPhrases {
    ConfirmationPhrases(
      subject: "The date is set: \(date)",
      opening: "The date is set: \(date). I am glad that you are coming.",
      entry: "The calendar entry is attached. Your personal page is your way in; it is also the place to tell me "
        + "if you have to cancel, come later or leave early:",
      question: "There is nothing to prepare. Just bring a drink and a thought on our question:",
      farewell: "See you soon.")
  }

  func change(from old: String?, to new: String) -> ChangePhrases {
    let instead = old.map { ", not on \($0) as planned" } ?? ""
    return ChangePhrases(
      subject: "New date: \(new)",
      opening: "We are meeting at a different time: \(new)\(instead). I am sorry for the inconvenience.",
      answer: "A new calendar entry that replaces the old one is attached. "
        + "If you can no longer make it, one click on your personal page is enough:")
  }

  func cancellation(reason: String?, date: String?, topic: String) -> CancellationPhrases {
    let day = date.map { " on \($0)" } ?? ""
    let because = reason.map { " \($0)" } ?? ""
    return CancellationPhrases(
      subject: "Our gathering is cancelled, I am sorry to say",
      opening: "I am sorry to have to cancel our gathering\(day) about \(Self.quoted(topic)).\(because)",
      farewell: "I had been looking forward to talking with you. There is nothing you need to do.")
  }

  var objection: String { "If you would rather not hear from me again, one click is enough:" }
}
