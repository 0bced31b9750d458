// English mail besides the letters. Text for people stands here in Swift: see `LetterPhrases` for why.

extension EnglishPhrases {
  func dayBefore(date: String) -> DayBeforePhrases {
    DayBeforePhrases(
      subject: Letter.fitting("Not long now: \(date)", or: "Not long now"),
      opening: "Not long now: \(date). I’m looking forward to seeing you.",
      door: "Your personal page is the door to our gathering:",
      equipment:
        "You can try out your camera and microphone there beforehand: press “To the door” and let your browser "
        + "use them. You’ll see your picture and how loud you are. You can do without a camera too.",
      company: "Also coming:",
      farewell: "If something comes up after all, one click on the same page is enough.")
  }

  func others(_ count: Int, besidesNamed: Bool) -> String {
    switch (count, besidesNamed) {
    case (1, true): "and one more"
    case (_, true): "and \(Self.number(count)) others"
    case (1, false): "One other person is coming too."
    case (_, false): "\(Prose.capitalised(Self.number(count))) others are coming too."
    }
  }

  func pollReminder(until day: String?) -> PagePhrases {
    PagePhrases(
      subject: "Which dates suit you?",
      opening: "I’m glad you’d like to come. I’m still looking for the date that suits as many people as possible."
        + (day.map { " You can vote until \($0)." } ?? ""),
      page: "A few clicks on your personal page tell me what suits you:",
      farewell: "I won’t ask again.")
  }

  func newLink(topic: String, hasEntry: Bool) -> PagePhrases {
    PagePhrases(
      subject: "Your personal page has a new address",
      opening:
        "Your personal page for our gathering about \(Self.quoted(topic)) has a new address; the old one no longer "
        + "works." + (hasEntry ? " The calendar entry is attached again with the new one, and replaces the old." : ""),
      page: "Please use this link from now on:",
      farewell: "Nothing else changes.")
  }

  var messagePage: String { "Everything about our gathering is on your personal page:" }
}
