// The English invitation. Text for people stands here in Swift: see `LetterPhrases` for why.

struct EnglishPhrases: LetterPhrases {
  func subjects(_ facts: LetterFacts) -> [String] {
    let place = EnglishOccasion(occasion: facts.occasion).at.map { " " + $0 } ?? ""
    switch facts.occasion.kind {
    case .conferenceCancelled:
      return ["The conversation we’d have had\(place)", "The conversation we’d have had"]
    case .conferenceMissed:
      return ["What I’d have asked you\(place)", "What I’d have asked you"]
    case .conferencePast:
      return ["We missed each other\(place)", "We missed each other"]
    case .officeVisit:
      return ["The coffee we never get round to"]
    case .none:
      return ["One question, \(Self.guests(facts.seats)), \(Self.length(facts.minutes))"]
    }
  }

  func salutation(_ recipient: Recipient) -> String {
    if let own = Prose.greeting(recipient.salutation) { return own }
    guard let name = recipient.plainName else { return "Hello," }
    let titles = recipient.titles.map { $0.lowercased() }
    let title =
      titles.contains { $0.hasPrefix("prof") } ? "Professor" : titles.contains { $0.hasPrefix("dr") } ? "Dr" : nil
    guard let honorific = recipient.honorific, let formal = recipient.formalName else {
      return ["Dear", title, name].compactMap { $0 }.joined(separator: " ") + ","
    }
    return ["Dear", title ?? (honorific == .ms ? "Ms" : "Mr"), formal].joined(separator: " ") + ","
  }

  func opening(_ occasion: LetterOccasion) -> String {
    let place = EnglishOccasion(occasion: occasion).at ?? "at the conference"
    switch occasion.kind {
    case .conferenceCancelled:
      return "We could have met \(place), but then it was cancelled. "
        + "I’d still like to have the conversation I was hoping for."
    case .conferenceMissed:
      return "I had hoped to meet you \(place), but then couldn’t be there. I’d like to make up for that."
    case .conferencePast:
      return "We missed each other \(place), and I’d rather not wait for the next coincidence."
    case .officeVisit:
      return "“When you’re next \(EnglishOccasion(occasion: occasion).office), let’s have a coffee”: "
        + "we’ve been saying that for ages. Let’s not wait for the next business trip."
    case .none:
      return "There’s a question I keep coming back to, and when I wondered who I’d like to discuss it with, "
        + "I thought of you."
    }
  }

  func reason(talks: [String], shared: [String]) -> String {
    let titles = Prose.list(talks.map(Self.quoted), and: "and")
    let topics = Prose.list(shared.map(Self.quoted), and: "and")
    let verb = shared.count == 1 ? "is" : "are"
    switch (talks.count, shared.isEmpty) {
    case (0, _):
      return "I thought of you because \(topics) \(verb) \(shared.count == 1 ? "a subject" : "subjects") of yours too."
    case (1, true): return "Your talk \(titles) made me curious: I’d like to know more than a title can tell."
    case (1, false): return "Your talk \(titles) made me curious; \(topics) \(verb) on my mind too."
    case (_, true): return "Your talks \(titles) made me curious: I’d like to know more than two titles can tell."
    case (_, false): return "Your talks \(titles) made me curious; \(topics) \(verb) on my mind too."
    }
  }

  func gathering(_ facts: LetterFacts) -> String {
    let (seats, minutes) = (facts.seats, facts.minutes)
    if facts.isOfficeVisit {
      return "So here is that coffee, without the travel: \(Self.duration(minutes)) online, "
        + "\(Self.guests(seats)) at most, a cup in every hand. No slides, no agenda, and your camera can stay off."
    }
    return "So here is my invitation: \(Self.duration(minutes)) online, \(Self.guests(seats)) at most, "
      + "a drink in every hand. No slides, no agenda, and your camera can stay off."
  }

  func brief(seats: Int, minutes: Int) -> String {
    "I’d like to invite you to \(Self.duration(minutes)) online, \(Self.guests(seats)) at most."
  }

  func briefQuestion(_ question: String) -> String { "Our question: \(Self.quoted(question))" }

  var briefPage: String { "Everything else, and where I found your name:" }

  func briefReminder(by answerBy: String?) -> String {
    "May I remind you of my invitation? "
      + (answerBy.map { "An answer by \($0) would help me." } ?? "A no helps me plan, too.")
  }

  func briefDate(_ date: String) -> String { "The date for our conversation is set: \(date)." }

  func briefChange(to date: String) -> String { "The date for our conversation has changed. It’s now \(date)." }

  var briefCancellation: String { "I’m sorry to say that our conversation won’t take place." }

  var briefWithdrawal: String { "I’m sorry: I have to take back my invitation." }

  var briefAdmission: String { "A seat in our conversation has become free, and it’s yours." }

  var briefNews: String { "There’s news about our conversation." }

  var briefLater: String { "Everything else is on your page:" }

  func question(topic: String) -> String {
    "Our topic: \(Prose.continued(topic, lowering: Self.smallWords)) "
      + "We’ll skip the small talk and start with a question:"
  }

  func contribution(_ text: String) -> String {
    let speaksItself = ["i ", "i’", "i'", "we ", "my ", "our "].contains { text.lowercased().hasPrefix($0) }
    if speaksItself { return Prose.sentence(text) ?? text }
    return "What I’ll bring: \(Prose.continued(text, lowering: Self.smallWords))"
  }

  func date(_ date: LetterDate) -> String? {
    switch date {
    case .fixed(let text): Prose.phrase(text).map { "We’re meeting on \(Self.withoutPreposition($0))." }
    case .poll(let slots) where slots > 0: nil
    case .poll, .open: "We’ll find a date together once I know who’s coming."
    }
  }

  func answer(_ date: LetterDate, by answerBy: String?) -> String {
    let until = answerBy.map { ", by \($0) if you can" } ?? ""
    if case .poll(let slots) = date, slots > 0 {
      return "I’ve suggested \(slots == 1 ? "a date" : "\(Self.number(slots)) dates"); "
        + "a few clicks on your personal page (no account needed) tell me what suits you\(until):"
    }
    return "To answer, one click on your personal page is enough (no account needed)\(until):"
  }

  var farewell: String { "I’d be delighted if you can come, and I’ll quite understand if not." }

  var greeting: String { "With best wishes" }

  var legalNotice: String { "Legal notice:" }

  var privacyContact: String { "Questions about your data:" }

  func origin(_ source: AddressSource) -> String {
    "\(self.source(source)); if you’d rather not receive invitations from me, one click is enough:"
  }

  private func source(_ source: AddressSource) -> String {
    switch source {
    case .publishedProgramme(let occasion): "I have your address from the published programme" + of(occasion)
    case .participantList(let occasion): "I have your address from the list of participants" + of(occasion)
    case .businessCard: "I have your address from your business card"
    case .addressBook: "Your address is in my address book"
    case .sharedDirectory: "I have your address from the directory we are both in"
    case .guest(let name): "I have your address from \(name)"
    case .other(let words):
      Prose.phrase(words).map { "I have your address from \($0)" } ?? self.source(.addressBook)
    }
  }

  private func of(_ occasion: LetterOccasion) -> String {
    EnglishOccasion(occasion: occasion).name.map { " of \($0)" } ?? ""
  }

  /// “…”, with ‘…’ for quotation marks inside.
  static func quoted(_ text: String) -> String {
    var opens = false
    let inner = text.map { character -> Character in
      switch character {
      case "“", "„": return "‘"
      case "”": return "’"
      case "\"":
        opens.toggle()
        return opens ? "‘" : "’"
      default: return character
      }
    }
    return "“\(String(inner))”"
  }

  static func withoutPreposition(_ date: String) -> String {
    date.hasPrefix("on ") ? String(date.dropFirst(3)) : date
  }

  private static func guests(_ seats: Int) -> String {
    seats == 1 ? "one guest" : "\(number(seats)) guests"
  }

  static func number(_ count: Int) -> String {
    let words = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]
    return words.indices.contains(count) ? words[count] : String(count)
  }

  /// As part of a sentence: "an informal hour".
  static func duration(_ minutes: Int) -> String {
    "an informal "
      + (minutes == 60 ? "hour" : minutes == 30 ? "half hour" : minutes == 90 ? "hour and a half" : length(minutes))
  }

  private static func length(_ minutes: Int) -> String {
    switch minutes {
    case 30: "half an hour"
    case 60: "one hour"
    case 90: "an hour and a half"
    case 120: "two hours"
    default: "\(minutes) minutes"
    }
  }

  /// First words that lose their capital after a colon.
  private static let smallWords: Set<String> = [
    "a", "an", "the", "what", "how", "why", "when", "where", "which", "who", "two", "three", "four", "five", "six",
    "seven",
    "eight", "nine", "ten", "eleven", "twelve", "some", "several", "notes", "lessons",
  ]
}
