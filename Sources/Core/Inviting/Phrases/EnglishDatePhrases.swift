// The English letters about a date that changes. Text for people stands here in Swift: see `LetterPhrases` for why.

extension EnglishPhrases {
  var company: String {
    "Everyone who’s coming can see the others’ first names and organisations beforehand; you can change that for yourself "
      + "on your page."
  }

  func entered(_ answer: Answer) -> String {
    let what =
      switch answer {
      case .yes: "your yes"
      case .perhaps: "your maybe"
      case .no: "your no"
      }
    return
      "I’ve entered \(what) for you, since you told me some other way. If you answer on your page, that counts instead."
  }

  func adjustment(date: String, minutes: Int, hasEntry: Bool) -> ChangePhrases {
    ChangePhrases(
      subject: "A small change to our plans",
      opening:
        "There’s a small change to our plans. We’re now meeting on \(Self.withoutPreposition(date)), for \(Self.span(minutes)).",
      answer: (hasEntry ? "The new calendar entry is attached and replaces the old one. " : "")
        + "If you can no longer make it, one click on your personal page is enough:")
  }

  func unsuitable(date: String) -> ChangePhrases {
    ChangePhrases(
      subject: "The date is set, but sadly not one that suits you",
      opening: "The date of our gathering is set: \(date). You’d said you couldn’t make that one. "
        + "I’m sorry about that, and I’d like to ask you again another time.",
      answer: "There’s nothing you need to do. "
        + "If you can make it after all, one click on your personal page is enough:")
  }

  func poll(slots: Int, insteadOfDate: Bool) -> ChangePhrases {
    let count = slots == 1 ? "one suggestion" : "\(Self.number(slots)) suggestions"
    return ChangePhrases(
      subject: insteadOfDate ? "We’re looking for a new date" : "The suggested dates have changed",
      opening: insteadOfDate
        ? "The date I gave you has fallen through. I’m looking for one that suits as many people as possible, "
          + "and have \(count)."
        : "I’ve changed the dates I’m suggesting for our gathering; there \(slots == 1 ? "is" : "are") \(Self.number(slots)) of them now.",
      answer: "A few clicks on your personal page tell me what suits you:")
  }

  func answerNoted(date: String, isComing: Bool) -> ChangePhrases {
    ChangePhrases(
      subject: isComing ? "Glad you can come" : "Noted as a maybe",
      opening: isComing
        ? "I’m glad you can make it: \(date)."
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
