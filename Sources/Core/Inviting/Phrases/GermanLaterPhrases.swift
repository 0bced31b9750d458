// The German letters after the invitation. Text for people stands here in Swift: see `LetterPhrases` for why.

extension GermanPhrases {
  func reminder(_ facts: LetterFacts) -> ReminderPhrases {
    let until = Prose.phrase(facts.answerBy).map { "Bis \($0) halte ich" } ?? "Noch halte ich"
    return ReminderPhrases(
      subject: "Ein Platz ist noch für \(say("Sie", "dich")) frei",
      opening: "vor ein paar Tagen habe ich \(say("Sie", "dich")) zu einer kleinen Runde eingeladen; "
        + "vielleicht ist mein Brief untergegangen. Beginnen wollten wir mit dieser Frage:",
      answer: "\(until) \(say("Ihnen", "dir")) gern einen Platz frei. "
        + "Ein Klick genügt, auch für ein Nein oder ein Vielleicht:",
      farewell: "Ich frage nur dieses eine Mal nach.")
  }

  func confirmation(date: String) -> ConfirmationPhrases {
    ConfirmationPhrases(
      subject: "Es bleibt dabei: \(date)",
      opening: "der Termin steht: \(date). Ich freue mich, dass \(say("Sie", "du")) dabei \(say("sind", "bist")).",
      entry: "Der Kalendereintrag hängt an. Hinein \(say("kommen Sie", "kommst du")) über \(say("Ihre", "deine")) "
        + "persönliche Seite; dort \(say("können Sie", "kannst du")) auch absagen oder sagen, "
        + "wenn \(say("Sie", "du")) später \(say("kommen", "kommst")) oder früher \(say("gehen müssen", "gehen musst")):",
      question:
        "Vorzubereiten ist nichts. \(say("Nehmen Sie", "Nimm")) etwas zu trinken mit und einen Gedanken zu unserer Frage:",
      farewell: "Bis bald.")
  }

  func change(from old: String?, to new: String) -> ChangePhrases {
    let instead = old.map { ", nicht wie geplant am \(Self.withoutWeekdayCase($0))" } ?? ""
    return ChangePhrases(
      subject: "Neuer Termin: \(new)",
      opening: "unsere Runde findet zu einem anderen Termin statt: \(new)\(instead). "
        + "Bitte \(say("entschuldigen Sie", "entschuldige")) die Umstände.",
      answer: "Ein neuer Kalendereintrag, der den alten ersetzt, hängt an. "
        + "Wenn es nun nicht mehr passt, genügt ein Klick auf \(say("Ihrer", "deiner")) persönlichen Seite:")
  }

  func cancellation(reason: String?, date: String?, topic: String) -> CancellationPhrases {
    let day = date.map { " am \(Self.withoutWeekdayCase($0))" } ?? ""
    let because = reason.map { " \($0)" } ?? ""
    return CancellationPhrases(
      subject: "Unsere Runde fällt leider aus",
      opening: "unsere Runde\(day) zum Thema \(Self.quoted(topic)) muss ich leider absagen.\(because)",
      farewell: "Es tut mir leid; auf das Gespräch mit \(say("Ihnen", "dir")) hatte ich mich gefreut. "
        + "\(say("Zu tun ist für Sie", "Zu tun ist für dich")) nichts weiter.")
  }

  var objection: String {
    "Wenn \(say("Sie", "du")) keine Post mehr von mir \(say("wünschen", "möchtest")), genügt ein Klick:"
  }

  private static func withoutWeekdayCase(_ date: String) -> String {
    date.hasPrefix("am ") ? String(date.dropFirst(3)) : date
  }
}
