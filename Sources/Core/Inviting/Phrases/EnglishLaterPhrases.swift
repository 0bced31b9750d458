// The English letters after the invitation. Text for people stands here in Swift: see `LetterPhrases` for why.

extension EnglishPhrases {
  func reminder(_ facts: LetterFacts) -> ReminderPhrases {
    let until = Prose.phrase(facts.answerBy).map { " until \($0)" } ?? " a little longer"
    return ReminderPhrases(
      subject: "There’s still a place for you",
      opening: "A few days ago I invited you to a small gathering. My letter may have got lost among everything else. "
        + "This is the question I’d like to begin with:",
      answer: "I’m keeping a place for you\(until). One click is enough, and a no or a maybe is fine too:",
      farewell: "I won’t ask again.")
  }

  func confirmation(date: String, isComing: Bool, hasEntry: Bool) -> ConfirmationPhrases {
    let glad = isComing ? "I’m glad you’re coming." : "I’d be glad if you could come."
    let page =
      isComing
      ? "Your personal page is also the door to our gathering; if something comes up, please tell me there:"
      : "Please tell me on your personal page whether it suits you:"
    return ConfirmationPhrases(
      subject: Letter.fitting("The date is set: \(date)", or: "The date is set"),
      opening: "The date is set: \(date). \(glad)",
      entry: (hasEntry ? "The calendar entry is attached. " : "") + page,
      question: "There’s nothing to prepare. Just bring a drink and a thought on our question:",
      farewell: isComing ? "See you soon." : "See you soon, I hope.")
  }

  func admission(_ topic: String) -> AdmissionPhrases {
    AdmissionPhrases(
      subject: "You have a place",
      opening:
        "I’m glad you’d like to come. You have a place at our gathering about \(Self.quoted(topic)).",
      page: "You’ll find everything else on your personal page:")
  }

  func change(from old: String?, to new: String, hasEntry: Bool) -> ChangePhrases {
    let instead = old.map { ", not \(Self.withoutPreposition($0)) as planned" } ?? ""
    return ChangePhrases(
      subject: Letter.fitting("New date: \(new)", or: "A new date for our gathering"),
      opening: "We’re meeting at a different time: \(new)\(instead). I’m sorry for the inconvenience.",
      answer: (hasEntry ? "The new calendar entry is attached and replaces the old one. " : "")
        + "If you can no longer make it, one click on your personal page is enough:")
  }

  func removal(date: String) -> ChangePhrases {
    ChangePhrases(
      subject: "Another time, perhaps",
      opening: "Thank you for letting me know. The entry in your calendar is being removed: \(date).",
      answer: "If you can make it after all, one click on your page is enough:")
  }

  func withdrawal(_ topic: String) -> CancellationPhrases {
    CancellationPhrases(
      subject: "I have to take my invitation back",
      opening: "I’m sorry, but I have to take back my invitation to our gathering about \(Self.quoted(topic)). "
        + "I apologise for the short notice.",
      farewell: "I hope we’ll get to talk another time. There’s nothing you need to do.")
  }

  func cancellation(reason: String?, date: String?, topic: String) -> CancellationPhrases {
    let day = date.map { " on \(Self.withoutPreposition($0))" } ?? ""
    let because = reason.map { " \($0)" } ?? ""
    return CancellationPhrases(
      subject: "I’m sorry, I have to cancel our gathering",
      opening: "I’m sorry to have to cancel our gathering about \(Self.quoted(topic))\(day).\(because)",
      farewell: "I’d been looking forward to talking to you. There’s nothing you need to do.")
  }

  var objection: String { "If you’d rather not hear from me again, one click is enough:" }
}
