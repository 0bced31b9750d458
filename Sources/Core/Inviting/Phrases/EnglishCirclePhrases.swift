// The English letters of a circle. Text for people stands here in Swift: see `LetterPhrases` for why.

extension EnglishPhrases {
  func circleOpening(_ previous: PreviousEvening) -> String {
    let topic = Self.quoted(Prose.phrase(previous.topic) ?? previous.topic)
    let outcome = Prose.sentence(previous.outcome).map { " \($0)" } ?? ""
    return previous.wasThere
      ? "Our conversation about \(topic) has stayed with me.\(outcome) I would like to take up the thread."
      : "Some time ago a few of us talked about \(topic).\(outcome) "
        + "We are meeting again, and you would do the conversation good."
  }

  func circleSubject(topic: String) -> String {
    Letter.fitting("We are meeting again: \(topic)", or: "We are meeting again")
  }

  func circleGathering(_ facts: LetterFacts) -> String {
    let drink = facts.isOfficeVisit ? "a cup" : "a glass"
    return "As last time: \(Self.duration(facts.minutes)) online, \(Self.number(facts.seats)) guests at most, "
      + "everybody with \(drink) in hand, no slides and no agenda."
  }

  func summary(met: [String], wasThere: Bool) -> PagePhrases {
    guard wasThere else {
      return PagePhrases(
        subject: "What you missed",
        opening: "It is a pity that you could not come. I have kept for you what the others are happy to share.",
        page: "It is on your personal page:", farewell: "Perhaps next time.")
    }
    let with = met.isEmpty ? "" : " It was good to see you in conversation with \(Prose.list(met, and: "and"))."
    return PagePhrases(
      subject: "What remains of our conversation",
      opening: "Thank you for coming.\(with)",
      page: "Coasters, cards and promises are on your personal page, with three short questions about it; "
        + "nobody can tell whose answers are whose:",
      farewell: "Until next time, if you like.")
  }

  func promiseReminder(promise: String, to recipients: [String]) -> PagePhrases {
    let whom = recipients.isEmpty ? "" : " \(Prose.list(recipients, and: "and"))"
    return PagePhrases(
      subject: "What you promised",
      opening: "When we met, you promised\(whom) something: \(Self.quoted(promise)). "
        + "In case it got lost: I am sure it would still be welcome.",
      page: "Done already? Then tick it off here; I will not ask again:", farewell: "")
  }

  func honour(_ honour: HonourFacts, _ facts: LetterFacts) -> HonourPhrases {
    let minutes = "\(Self.number(honour.minutes)) minutes"
    let often = [1: "once", 2: "twice"][honour.evenings] ?? "\(Self.number(honour.evenings)) times"
    let topics = Prose.list(honour.topics.prefix(3).compactMap(Prose.phrase).map(Self.quoted), and: "and")
    let about = topics.isEmpty ? "" : " We have talked about \(topics)."
    let who = honour.members.isEmpty ? "" : " We are \(Prose.list(honour.members, and: "and"))."
    let task =
      honour.role == .speaker ? "one thought of yours, then our questions" : "no speech, just conversation at the table"
    return HonourPhrases(
      subject: "\(Prose.capitalised(minutes)) of your time?",
      opening: "I am writing for a small circle that would love to have you as its guest of honour.",
      circle: "We have met \(often), online and with a glass in hand." + about + who,
      questions: "This is what we would like to ask you:",
      time: "We ask for \(minutes) and no more: \(task)."
        + (honour.date.flatMap(Prose.phrase).map { " We thought of \(Self.withoutPreposition($0))." } ?? "")
        + " One click and you are there, one click and you are gone.",
      page: "Who we are and what it is about fits on one page, no account needed; your office can answer there, too:",
      farewell: farewell)
  }

  var thanksSubject: String { "Thank you for your time" }

  var thanksPage: String { "Whether you would come again, please tell me here:" }

  func thanks(minutes: Int, taken: [String]) -> String {
    let first = "Thank you for giving us \(Self.number(minutes)) minutes."
    let rest = taken.isEmpty ? "" : "\nThis is what we took from it: \(taken.joined(separator: "; "))."
    return first + rest
  }

  func circleEnd(evenings: Int) -> PagePhrases {
    let times = [1: "once", 2: "twice"][evenings] ?? "\(Self.number(evenings)) times"
    return PagePhrases(
      subject: "Thank you for our circle",
      opening: "We have met \(times), and it was good. Everything has its time; "
        + "I would like to end this series here, while we still think of it gladly.",
      page: "What remains stays on your personal page:",
      farewell: "Thank you for being part of it. Our paths will cross again.")
  }
}
