// The English letters of a circle. Text for people stands here in Swift: see `LetterPhrases` for why.

extension EnglishPhrases {
  func circleOpening(_ previous: PreviousEvening) -> String {
    let topic = Self.quoted(Prose.phrase(previous.topic) ?? previous.topic)
    let outcome = Prose.sentence(previous.outcome).map { " \($0)" } ?? ""
    return previous.wasThere
      ? "Our conversation about \(topic) has stayed with me.\(outcome) I’d like to pick up where we left off."
      : "Some time ago a few of us talked about \(topic).\(outcome) "
        + "We’re meeting again, and I think you’d add a lot to the conversation."
  }

  func circleSubject(topic: String) -> String {
    Letter.fitting("We’re meeting again: \(topic)", or: "We’re meeting again")
  }

  func circleGathering(_ facts: LetterFacts) -> String {
    let drink = facts.isOfficeVisit ? "a cup" : "a glass"
    return "Like last time: \(Self.duration(facts.minutes)) online, \(Self.number(facts.seats)) guests at most, "
      + "everyone with \(drink) in hand, no slides and no agenda."
  }

  func summary(met: [String], wasThere: Bool) -> PagePhrases {
    guard wasThere else {
      return PagePhrases(
        subject: "We missed you",
        opening: "I’m sorry you couldn’t make it. I’ve kept what the others are happy to share with you.",
        page: "It’s on your personal page:", farewell: "I hope it works out next time.")
    }
    let with = met.isEmpty ? "" : " It was good to see you talking with \(Prose.list(met, and: "and"))."
    return PagePhrases(
      subject: "Notes from our conversation",
      opening: "Thank you for coming.\(with)",
      page:
        "Your coasters, cards and promises are on your personal page, along with three short questions about the "
        + "evening; nobody can tell which answers are yours:",
      farewell: "I hope to see you again.")
  }

  func promiseReminder(promise: String, to recipients: [String]) -> PagePhrases {
    let whom = recipients.isEmpty ? "" : " \(Prose.list(recipients, and: "and"))"
    return PagePhrases(
      subject: "A promise you made",
      opening: "When we met, you promised\(whom) something: \(Self.quoted(promise)). "
        + "In case it slipped your mind, I’m sure it would still be welcome.",
      page: "Already done? Just tick it off here. I won’t ask again:", farewell: "")
  }

  func honour(_ honour: HonourFacts, _ facts: LetterFacts) -> HonourPhrases {
    let minutes = "\(Self.number(honour.minutes)) minutes"
    let often = [1: "once", 2: "twice"][honour.evenings] ?? "\(Self.number(honour.evenings)) times"
    let topics = Prose.list(honour.topics.prefix(3).compactMap(Prose.phrase).map(Self.quoted), and: "and")
    let about = topics.isEmpty ? "" : " We’ve talked about \(topics)."
    let who = honour.members.isEmpty ? "" : " We are \(Prose.list(honour.members, and: "and"))."
    let task =
      honour.role == .speaker ? "a thought from you, then our questions" : "no speech, just conversation at the table"
    return HonourPhrases(
      subject: "\(Prose.capitalised(minutes)) of your time?",
      opening: "I’m writing on behalf of a small circle that would love to have you as its guest of honour.",
      circle: "We’ve met \(often), online and with a glass in hand." + about + who,
      questions: "This is what we’d like to ask you:",
      time: "We’re asking for \(minutes) and no more: \(task)."
        + (honour.date.flatMap(Prose.phrase).map { " We were thinking of \(Self.withoutPreposition($0))." } ?? "")
        + " One click to join, one click to leave.",
      page: "One page says who we are and what it’s about, no account needed; your office can answer there too:",
      farewell: farewell)
  }

  var thanksSubject: String { "Thank you for your time" }

  var thanksPage: String { "Would you come again? Please tell me here:" }

  func thanks(minutes: Int, taken: [String]) -> String {
    let first = "Thank you for giving us \(Self.number(minutes)) minutes."
    let rest = taken.isEmpty ? "" : "\nHere is what we took from it: \(taken.joined(separator: "; "))."
    return first + rest
  }

  func circleEnd(evenings: Int) -> PagePhrases {
    let times = [1: "once", 2: "twice"][evenings] ?? "\(Self.number(evenings)) times"
    return PagePhrases(
      subject: "Thank you for being part of our circle",
      opening: "We’ve met \(times), and I’ve enjoyed it. All good things come to an end, "
        + "and I’d like to stop here, while we still think of it fondly.",
      page: "What we wrote down stays on your personal page:",
      farewell: "It was good to have you with us. I hope our paths cross again.")
  }
}
