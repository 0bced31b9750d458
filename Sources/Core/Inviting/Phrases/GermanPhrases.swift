// The German invitation, Sie and du. Text for people stands here in Swift: see `LetterPhrases` for why.

struct GermanPhrases: LetterPhrases {
  /// True for du, false for Sie.
  let familiar: Bool

  func subjects(_ facts: LetterFacts) -> [String] {
    let place = GermanOccasion(occasion: facts.occasion).at.map { " " + $0 } ?? ""
    switch facts.occasion.kind {
    case .conferenceCancelled:
      return ["Das Gespräch, das uns\(place) entgangen ist", "Das Gespräch, das uns entgangen ist"]
    case .conferenceMissed:
      let you = say("Sie", "dich")
      return ["Was ich \(you)\(place) gern gefragt hätte", "Was ich \(you) gern gefragt hätte"]
    case .conferencePast:
      let missed = Prose.capitalised((place.isEmpty ? "" : place.dropFirst() + " ") + "haben wir uns verpasst")
      return place.isEmpty ? ["Wir haben uns verpasst"] : [missed, "Wir haben uns verpasst"]
    case .officeVisit:
      return ["Der Kaffee, zu dem wir nie kommen"]
    case .none:
      return ["Eine Frage, \(Self.guests(facts.seats)), \(Self.duration(facts.minutes))"]
    }
  }

  func salutation(_ recipient: Recipient) -> String {
    if let own = Prose.greeting(recipient.salutation) { return own }
    if familiar { return recipient.familiarName.map { "Hallo \($0)," } ?? "Hallo," }
    guard let name = recipient.plainName else { return "Guten Tag," }
    let titles = recipient.titles.map { $0 == "Dr" ? "Dr." : $0 }
    guard let honorific = recipient.honorific, let formal = recipient.formalName else {
      return (["Guten Tag"] + titles + [name]).joined(separator: " ") + ","
    }
    return (["Guten Tag", honorific == .ms ? "Frau" : "Herr"] + titles + [formal]).joined(separator: " ") + ","
  }

  func opening(_ occasion: LetterOccasion) -> String {
    let at = GermanOccasion(occasion: occasion).at
    let place = at ?? "auf der Konferenz"
    switch occasion.kind {
    case .conferenceCancelled:
      return "eigentlich hätten wir uns \(place) begegnen können; dann kam die Absage. "
        + "Das Gespräch, auf das ich gehofft hatte, möchte ich trotzdem führen."
    case .conferenceMissed:
      return "\(place) hätte ich \(say("Sie", "dich")) gern kennengelernt, konnte dann aber nicht dabei sein. "
        + "Das möchte ich nachholen."
    case .conferencePast:
      return "\(place) haben wir uns verpasst, und auf den nächsten Zufall möchte ich nicht warten."
    case .officeVisit:
      let visit =
        "\(say("Sie", "du")) das nächste Mal \(GermanOccasion(occasion: occasion).office) \(say("sind", "bist"))"
      return "„Wenn \(visit), trinken wir einen Kaffee“: Das nehmen wir uns schon lange vor. "
        + "Warten wir nicht auf die nächste Dienstreise."
    case .none:
      return "eine Frage lässt mich nicht los, und als ich überlegt habe, mit wem ich gern darüber sprechen würde, "
        + "bin ich auf \(say("Sie", "dich")) gekommen."
    }
  }

  func reason(talks: [String], shared: [String]) -> String {
    let titles = Prose.list(talks.map(Self.quoted), and: "und")
    let topics = Prose.list(shared.map(Self.quoted), and: "und")
    let concern = shared.count == 1 ? "beschäftigt" : "beschäftigen"
    switch (talks.count, shared.isEmpty) {
    case (0, _):
      return shared.count == 1
        ? "An \(say("Sie", "dich")) habe ich gedacht, weil \(topics) auch \(say("Ihr", "dein")) Thema ist."
        : "An \(say("Sie", "dich")) habe ich gedacht, weil \(topics) auch \(say("Ihre", "deine")) Themen sind."
    case (1, true):
      return "\(say("Ihr", "Dein")) Vortrag \(titles) hat mich neugierig gemacht: "
        + "Darüber wüsste ich gern mehr, als ein Titel verrät."
    case (1, false):
      return "\(say("Ihr", "Dein")) Vortrag \(titles) hat mich neugierig gemacht; \(topics) \(concern) mich auch."
    case (_, true):
      return "\(say("Ihre", "Deine")) Vorträge \(titles) haben mich neugierig gemacht: "
        + "Darüber wüsste ich gern mehr, als zwei Titel verraten."
    case (_, false):
      return
        "\(say("Ihre", "Deine")) Vorträge \(titles) haben mich neugierig gemacht; \(topics) \(concern) mich auch."
    }
  }

  func gathering(_ facts: LetterFacts) -> String {
    let (seats, minutes) = (facts.seats, facts.minutes)
    if facts.isOfficeVisit {
      return "Deshalb lade ich \(say("Sie", "dich")) auf diesen Kaffee ein, ganz ohne Reise: "
        + "\(Self.duration(minutes)) online, höchstens \(Self.guests(seats)), alle mit einer Tasse vor sich. "
        + "Keine Folien, keine Tagesordnung, und die Kamera darf aus bleiben."
    }
    return "Deshalb lade ich \(say("Sie", "dich")) zu einer kleinen Runde ein: \(Self.duration(minutes)) online, "
      + "höchstens \(Self.guests(seats)), alle mit einem Glas in der Hand. "
      + "Keine Folien, keine Tagesordnung, und die Kamera darf aus bleiben."
  }

  func brief(seats: Int, minutes: Int) -> String {
    "ich lade \(say("Sie", "dich")) zu einer kleinen Runde ein: \(Self.duration(minutes)) online, "
      + "höchstens \(Self.guests(seats))."
  }

  func briefQuestion(_ question: String) -> String { "Unsere Frage: \(Self.quoted(question))" }

  var briefPage: String { "Alles Weitere, auch woher ich \(say("Ihren", "deinen")) Namen habe:" }

  func briefReminder(by answerBy: String?) -> String {
    "darf ich noch einmal an meine Einladung erinnern? "
      + (answerBy.map { "\(say("Ihre", "Deine")) Antwort hilft mir bis \($0)." }
        ?? "Auch ein Nein hilft mir beim Planen.")
  }

  func briefDate(_ date: String) -> String { "der Termin für unsere Runde steht: \(date)." }

  func briefChange(to date: String) -> String {
    "der Termin für unsere Runde hat sich geändert. Jetzt gilt: \(date)."
  }

  var briefCancellation: String {
    "unsere Runde findet leider nicht statt. Bitte \(say("entschuldigen Sie", "entschuldige"))."
  }

  var briefWithdrawal: String {
    "ich muss meine Einladung leider zurücknehmen. Bitte \(say("entschuldigen Sie", "entschuldige"))."
  }

  var briefAdmission: String { "ein Platz in unserer Runde ist frei geworden: Es ist \(say("Ihrer", "deiner"))." }

  var briefNews: String { "zu unserer Runde gibt es Neues." }

  var briefLater: String { "Alles Weitere auf \(say("Ihrer", "deiner")) Seite:" }

  func question(topic: String) -> String {
    "Unser Thema: \(Prose.continued(topic, lowering: Self.smallWords)) "
      + "Wir beginnen nicht mit dem Wetter, sondern mit einer Frage:"
  }

  func contribution(_ text: String) -> String {
    let speaksItself = ["ich ", "wir ", "mein", "unser"].contains { text.lowercased().hasPrefix($0) }
    if speaksItself { return Prose.sentence(text) ?? text }
    return "Was ich mitbringe: \(Prose.continued(text, lowering: Self.smallWords))"
  }

  func date(_ date: LetterDate) -> String? {
    switch date {
    case .fixed(let text): Prose.phrase(text).map { "Wir treffen uns am \(Self.withoutPreposition($0))." }
    case .poll(let slots) where slots > 0: nil
    case .poll, .open: "Den Termin suchen wir gemeinsam, sobald ich weiß, wer dabei ist."
    }
  }

  func answer(_ date: LetterDate, by answerBy: String?) -> String {
    let until = answerBy.map { ", bitte bis \($0)" } ?? ""
    let page = "auf \(say("Ihrer", "deiner")) persönlichen Seite"
    if case .poll(let slots) = date, slots > 0 {
      let offer = slots == 1 ? "einen Vorschlag" : "\(Self.number(slots)) Vorschläge"
      return "Für den Termin habe ich \(offer); \(page) \(say("sagen Sie", "sagst du")) mir mit wenigen Klicks, "
        + "was \(say("Ihnen", "dir")) passt, ohne Konto\(until):"
    }
    return "Zum Antworten genügt ein Klick \(page), ohne Konto\(until):"
  }

  var farewell: String { "Über ein Ja würde ich mich sehr freuen, ein Nein nehme ich nicht übel." }

  var greeting: String { "Herzliche Grüße" }

  var legalNotice: String { "Impressum:" }

  var privacyContact: String { "Fragen zum Datenschutz:" }

  func origin(_ source: AddressSource) -> String {
    "\(self.source(source)); wenn \(say("Sie", "du")) keine Einladung von mir \(say("wünschen", "möchtest")), genügt ein Klick:"
  }

  private func source(_ source: AddressSource) -> String {
    let yours = say("Ihre", "Deine")
    switch source {
    case .publishedProgramme(let occasion):
      return "\(yours) Adresse habe ich aus dem veröffentlichten Programm" + of(occasion)
    case .participantList(let occasion): return "\(yours) Adresse habe ich aus der Teilnehmerliste" + of(occasion)
    case .businessCard: return "\(yours) Adresse habe ich von \(say("Ihrer", "deiner")) Visitenkarte"
    case .addressBook: return "\(yours) Adresse steht in meinem Adressbuch"
    case .sharedDirectory: return "\(yours) Adresse habe ich aus unserem gemeinsamen Adressverzeichnis"
    case .guest(let name): return "\(yours) Adresse habe ich von \(name)"
    case .other(let words):
      return Prose.phrase(words).map { "\(yours) Adresse habe ich aus \($0)" } ?? self.source(.addressBook)
    }
  }

  private func of(_ occasion: LetterOccasion) -> String {
    GermanOccasion(occasion: occasion).of.map { " " + $0 } ?? ""
  }

  func say(_ sie: String, _ du: String) -> String { familiar ? du : sie }

  /// „…“, with ‚…‘ for quotation marks inside.
  static func quoted(_ text: String) -> String {
    let inner = text.replacing("„", with: "‚").replacing("“", with: "‘").replacing("”", with: "‘")
    return "„\(alternating(inner))“"
  }

  /// Straight quotation marks open and close alternately.
  private static func alternating(_ text: String) -> String {
    var opens = false
    return String(
      text.map { character in
        guard character == "\"" else { return character }
        opens.toggle()
        return opens ? "‚" : "‘"
      })
  }

  static func withoutPreposition(_ date: String) -> String {
    date.hasPrefix("am ") ? String(date.dropFirst(3)) : date
  }

  static func guests(_ seats: Int) -> String {
    seats == 1 ? "ein Gast" : "\(number(seats)) Gäste"
  }

  static func number(_ count: Int) -> String {
    let words = [
      "null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
    ]
    return words.indices.contains(count) ? words[count] : String(count)
  }

  static func duration(_ minutes: Int) -> String {
    switch minutes {
    case 30: "eine halbe Stunde"
    case 45: "eine Dreiviertelstunde"
    case 60: "eine Stunde"
    case 90: "anderthalb Stunden"
    case 120: "zwei Stunden"
    default: "\(minutes) Minuten"
    }
  }

  /// First words that lose their capital after a colon.
  private static let smallWords: Set<String> = [
    "der", "die", "das", "den", "ein", "eine", "einen", "was", "wie", "warum", "wo", "wann", "wer", "wenn", "woran",
    "zwei",
    "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf", "mehrere", "einige", "viele",
  ]
}
