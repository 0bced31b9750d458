// The English letters to a guest of honour who has been invited. Text for people stands here in Swift: see `LetterPhrases` for why.

extension EnglishPhrases {
  func honourConfirmation(date: String, minutes: Int, isComing: Bool, hasEntry: Bool) -> PagePhrases {
    let glad =
      isComing
      ? "I’m delighted to have you as our guest of honour." : "I’d be delighted to have you as our guest of honour."
    return PagePhrases(
      subject: Letter.fitting("The time is set: \(date)", or: "The time is set"),
      opening: "The time is set: \(date), \(Self.number(minutes)) minutes and no more. \(glad)",
      page: (hasEntry ? "The calendar entry is attached and covers only this time. " : "")
        + "One page says who’ll be there and what we’d like to ask. "
        + "The door is there too, and one click is enough if you’re running late:",
      farewell: "There’s nothing to prepare.")
  }

  func honourChange(from old: String?, to new: String, minutes: Int, hasEntry: Bool) -> PagePhrases {
    let instead = old.map { ", not \(Self.withoutPreposition($0)) as planned" } ?? ""
    let entry = hasEntry ? "The new calendar entry is attached and replaces the old one. " : ""
    return PagePhrases(
      subject: Letter.fitting("New time: \(new)", or: "A new time for our meeting"),
      opening: "Your time with us has \(old == nil ? "changed" : "moved"): \(new)\(instead), "
        + "\(Self.number(minutes)) minutes. "
        + "I’m sorry for the inconvenience.",
      page: entry + "If you can no longer make it, one click is enough:", farewell: "")
  }

  func assistant(of honoured: String, date: String?, minutes: Int) -> PagePhrases {
    let time =
      date.map { " It takes \(Self.number(minutes)) minutes: \($0)." }
      ?? " It takes \(Self.number(minutes)) minutes."
    return PagePhrases(
      subject: Letter.fitting("\(honoured)’s time with our circle", or: "A time with our circle"),
      opening:
        "\(honoured) has been invited to join our small circle as its guest of honour and has named you as the person to "
        + "ask.\(time)",
      page: "You can accept or decline, add the time to a calendar, report a delay, and read what it’s about here, no "
        + "account needed:",
      farewell: "Thank you for your help.")
  }

  func assistantChange(of honoured: String, from old: String?, to new: String, minutes: Int) -> PagePhrases {
    let instead = old.map { ", not \(Self.withoutPreposition($0)) as planned" } ?? ""
    return PagePhrases(
      subject: Letter.fitting("New time for \(honoured): \(new)", or: "A new time with our circle"),
      opening: "\(honoured)’s time with our small circle is now: \(new)\(instead), \(Self.number(minutes)) "
        + "minutes. I’m sorry for the inconvenience.",
      page: "Does that still work? You can answer for \(honoured) here, no account needed:",
      farewell: "Thank you for your help.")
  }

  func assistantCancellation(of honoured: String, date: String?) -> PagePhrases {
    let time = date.map { " on \(Self.withoutPreposition($0))" } ?? ""
    return PagePhrases(
      subject: Letter.fitting("Called off: \(honoured) and our circle", or: "Called off: a time with our circle"),
      opening:
        "\(honoured)’s meeting with our small circle\(time) won’t take place. There’s nothing you need to do; if "
        + "the time is in a calendar, please delete it.",
      page: "", farewell: "Thank you for your help.")
  }
}
