// The English letters about a date that changes. Text for people stands here in Swift: see `LetterPhrases` for why.

extension EnglishPhrases {
  var company: String {
    "Those who come see one another beforehand by first name and organisation; on your page you can choose otherwise."
  }

  func entered(_ answer: Answer) -> String {
    let what =
      switch answer {
      case .yes: "your yes"
      case .perhaps: "your perhaps"
      case .no: "your no"
      }
    return "I noted \(what) myself, as it did not reach me by your page. Whatever you say there yourself holds instead."
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
      opening: "The date of our gathering is set: \(date). In the poll you had said that you can’t make that one. "
        + "It’s a pity, and I would like to ask you again another time.",
      answer: "There is nothing you need to do. "
        + "If you can make it after all, one click on your personal page is enough:")
  }

  func poll(slots: Int, insteadOfDate: Bool) -> ChangePhrases {
    let count = slots == 1 ? "one suggestion" : "\(Self.number(slots)) suggestions"
    return ChangePhrases(
      subject: insteadOfDate ? "We are looking for a new date" : "New suggestions for our date",
      opening: insteadOfDate
        ? "The date I had given no longer stands. I am looking for one that suits as many as possible, "
          + "and have \(count)."
        : "There are new suggestions for our date, \(Self.number(slots)) of them now.",
      answer: "Please tell me on your personal page, with a few clicks, what suits you:")
  }

  func answerNoted(date: String, isComing: Bool) -> ChangePhrases {
    ChangePhrases(
      subject: isComing ? "Good that you can come" : "Noted: perhaps",
      opening: isComing
        ? "Good that you can make it: \(date)."
        : "Thank you for telling me. I have noted that it isn’t certain yet: \(date).",
      answer: "The entry in your calendar says so now, too. You can change it at any time on your personal page:")
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
