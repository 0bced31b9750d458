// The English letters about a date that changes. Text for people stands here in Swift: see `LetterPhrases` for why.

extension EnglishPhrases {
  var company: String {
    "Everyone who is coming sees the others’ first names and organisations beforehand; you can choose otherwise on your page."
  }

  func entered(_ answer: Answer) -> String {
    let what =
      switch answer {
      case .yes: "your yes"
      case .perhaps: "your maybe"
      case .no: "your no"
      }
    return
      "I entered \(what) myself, because it reached me some other way. Whatever you say on your page takes its place."
  }

  func adjustment(date: String, minutes: Int, hasEntry: Bool) -> ChangePhrases {
    ChangePhrases(
      subject: "A small change to our date",
      opening: "Something about our date has changed: \(date), for \(Self.span(minutes)).",
      answer: (hasEntry ? "The new calendar entry is attached and replaces the old one. " : "")
        + "If you can no longer make it, one click on your personal page is enough:")
  }

  func unsuitable(date: String) -> ChangePhrases {
    ChangePhrases(
      subject: "The date is set, sadly not one of yours",
      opening: "The date of our gathering is set: \(date). In the poll you said you couldn’t make that one. "
        + "That’s a pity, and I’d like to ask you again another time.",
      answer: "There’s nothing you need to do. "
        + "If you can make it after all, one click on your personal page is enough:")
  }

  func poll(slots: Int, insteadOfDate: Bool) -> ChangePhrases {
    let count = slots == 1 ? "one suggestion" : "\(Self.number(slots)) suggestions"
    return ChangePhrases(
      subject: insteadOfDate ? "We’re looking for a new date" : "New suggestions for our date",
      opening: insteadOfDate
        ? "The date I gave you no longer stands. I’m looking for one that suits as many people as possible, "
          + "and have \(count)."
        : "There are new suggestions for our date; there are \(Self.number(slots)) of them now.",
      answer: "Please tell me what suits you, with a few clicks on your personal page:")
  }

  func answerNoted(date: String, isComing: Bool) -> ChangePhrases {
    ChangePhrases(
      subject: isComing ? "Good that you can come" : "Noted: maybe",
      opening: isComing
        ? "Good that you can make it: \(date)."
        : "Thanks for letting me know. I’ve noted that it isn’t certain yet: \(date).",
      answer: "Your calendar entry now says so too. You can change your answer at any time on your personal page:")
  }

  private static func span(_ minutes: Int) -> String {
    switch minutes {
    case 30: "half an hour"
    case 60: "one hour"
    case 90: "an hour and a half"
    case 120: "two hours"
    default: "\(minutes) minutes"
    }
  }
}
