// The German letters of a circle. Text for people stands here in Swift: see `LetterPhrases` for why.

extension GermanPhrases {
  func circleOpening(_ previous: PreviousEvening) -> String {
    let topic = Self.quoted(Prose.phrase(previous.topic) ?? previous.topic)
    let outcome = Prose.sentence(previous.outcome).map { " \($0)" } ?? ""
    return previous.wasThere
      ? "unser Gespräch zum Thema \(topic) geht mir noch nach.\(outcome) Ich würde gern daran anknüpfen."
      : "vor einiger Zeit haben wir uns in kleiner Runde über \(topic) unterhalten.\(outcome) "
        + "Nun geht es weiter, und \(say("Sie", "du")) \(say("würden", "würdest")) der Runde guttun."
  }

  func circleSubject(topic: String) -> String {
    Letter.fitting("Unsere Runde trifft sich wieder: \(topic)", or: "Unsere Runde trifft sich wieder")
  }

  func circleGathering(_ facts: LetterFacts) -> String {
    let drink = facts.isOfficeVisit ? "alle mit einer Tasse vor sich" : "alle mit einem Glas in der Hand"
    return "Wie beim letzten Mal: \(Self.duration(facts.minutes)) online, höchstens \(Self.guests(facts.seats)), "
      + "\(drink), ohne Folien und ohne Tagesordnung."
  }

  func summary(met: [String], wasThere: Bool) -> PagePhrases {
    guard wasThere else {
      return PagePhrases(
        subject: "Was \(say("Sie", "du")) verpasst \(say("haben", "hast"))",
        opening: "schade, dass es nicht geklappt hat. Was die Runde gern weitergibt, habe ich für "
          + "\(say("Sie", "dich")) aufgehoben.",
        page: "Es liegt auf \(say("Ihrer", "deiner")) persönlichen Seite:",
        farewell: "Vielleicht beim nächsten Mal.")
    }
    let with = met.isEmpty ? "" : " Es war schön, \(say("Sie", "dich")) im Gespräch mit \(names(met)) zu sehen."
    return PagePhrases(
      subject: "Was von unserem Treffen bleibt",
      opening: "danke, dass \(say("Sie", "du")) dabei \(say("waren", "warst")).\(with)",
      page: "Bierdeckel, Visitenkarten und Versprechen liegen auf \(say("Ihrer", "deiner")) persönlichen Seite, "
        + "dazu drei kurze Fragen zum Treffen, deren Antworten niemand \(say("Ihnen", "dir")) zuordnen kann:",
      farewell: "Bis zum nächsten Mal, wenn \(say("Sie mögen", "du magst")).")
  }

  func promiseReminder(promise: String, to recipients: [String]) -> PagePhrases {
    let whom = recipients.isEmpty ? "" : " \(names(recipients))"
    return PagePhrases(
      subject: "\(say("Ihr", "Dein")) Versprechen von neulich",
      opening: "bei unserem Treffen \(say("haben Sie", "hast du"))\(whom) etwas versprochen: \(Self.quoted(promise)). "
        + "Falls es untergegangen ist: Die Freude darüber ist sicher auch jetzt noch groß.",
      page: "Schon erledigt? Dann \(say("haken Sie", "hak")) es hier ab; ich frage nur dieses eine Mal:",
      farewell: "")
  }

  func honour(_ honour: HonourFacts, _ facts: LetterFacts) -> HonourPhrases {
    let minutes = "\(Self.minutes(honour.minutes))"
    let often = honour.evenings == 1 ? "einmal" : "\(Self.times(honour.evenings))"
    let topics = Prose.list(honour.topics.prefix(3).compactMap(Prose.phrase).map(Self.quoted), and: "und")
    let about = topics.isEmpty ? "" : " Gesprochen haben wir über \(topics)."
    let who = honour.members.isEmpty ? "" : " Dabei sind \(Prose.list(honour.members, and: "und"))."
    let task =
      honour.role == .speaker
      ? "ein Gedanke von \(say("Ihnen", "dir")), dann unsere Fragen" : "keine Rede, nur Gespräche am Stehtisch"
    return HonourPhrases(
      subject: "\(Prose.capitalised(minutes)) mit \(say("Ihnen", "dir"))?",
      opening: "ich schreibe für eine kleine Runde, die \(say("Sie", "dich")) gern als Ehrengast bei sich hätte.",
      circle: "Wir haben uns \(often) getroffen, online und mit einem Glas in der Hand."
        + about + who,
      questions: "Das möchten wir \(say("Sie", "dich")) fragen:",
      time: "Wir bitten um \(minutes), nicht mehr: \(task)."
        + (honour.date.flatMap(Prose.phrase).map { " Gedacht haben wir an \(Self.withoutPreposition($0))." } ?? "")
        + " Mit einem Klick \(say("sind Sie", "bist du")) da, mit einem Klick wieder fort.",
      page: "Wer wir sind und worum es geht, steht auf einer Seite, ohne Konto; dort kann auch "
        + "\(say("Ihr", "dein")) Büro antworten:",
      farewell: farewell)
  }

  var thanksSubject: String { "Danke für \(say("Ihre", "deine")) Zeit" }

  var thanksPage: String {
    "Ob \(say("Sie", "du")) wiederkommen \(say("würden", "würdest")), \(say("sagen Sie", "sag")) mir gern hier:"
  }

  func thanks(minutes: Int, taken: [String]) -> String {
    let first = "danke, dass \(say("Sie", "du")) uns \(Self.minutes(minutes)) geschenkt \(say("haben", "hast"))."
    let rest = taken.isEmpty ? "" : "\nMitgenommen haben wir: \(taken.joined(separator: "; "))."
    return first + rest
  }

  func circleEnd(evenings: Int) -> PagePhrases {
    let times = evenings == 1 ? "einmal" : Self.times(evenings)
    return PagePhrases(
      subject: "Danke für unsere Runde",
      opening: "\(times) haben wir uns getroffen, und es war gut so. Alles hat seine Zeit; "
        + "diese Reihe möchte ich hier beenden, solange wir gern an sie denken.",
      page: "Was bleibt, liegt weiter auf \(say("Ihrer", "deiner")) persönlichen Seite:",
      farewell:
        "Danke, dass \(say("Sie", "du")) dabei \(say("waren", "warst")). Wir laufen uns bestimmt wieder über den Weg.")
  }

  func names(_ names: [String]) -> String { Prose.list(names, and: "und") }

  static func minutes(_ count: Int) -> String { "\(number(count)) Minuten" }

  private static func times(_ count: Int) -> String { count <= 12 ? "\(number(count))mal" : "\(count)-mal" }
}
