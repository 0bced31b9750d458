// German mail besides the letters. Text for people stands here in Swift: see `LetterPhrases` for why.

extension GermanPhrases {
  func dayBefore(date: String) -> DayBeforePhrases {
    DayBeforePhrases(
      subject: Letter.fitting("Bald ist es so weit: \(date)", or: "Bald ist es so weit"),
      opening: "bald ist es so weit: \(date). Ich freue mich auf \(say("Sie", "dich")).",
      door: "Die Tür zu unserer Runde ist \(say("Ihre", "deine")) persönliche Seite:",
      equipment: "Dort \(say("können Sie", "kannst du")) Kamera und Mikrofon vorher in Ruhe ausprobieren: „Zur Tür“ "
        + "drücken und dem Browser beides erlauben, dann \(say("sehen Sie Ihr", "siehst du dein")) Bild und wie laut man "
        + "\(say("Sie", "dich")) hört. Ohne Kamera geht es auch.",
      company: "Es kommen auch:",
      farewell: "Falls doch noch etwas dazwischenkommt, genügt ein Klick auf derselben Seite.")
  }

  func others(_ count: Int, besidesNamed: Bool) -> String {
    switch (count, besidesNamed) {
    case (1, true): "und noch jemand"
    case (_, true): "und \(Self.number(count)) weitere"
    case (1, false): "Außer \(say("Ihnen", "dir")) kommt noch jemand."
    case (_, false): "Außer \(say("Ihnen", "dir")) kommen noch \(Self.number(count)) andere."
    }
  }

  func pollReminder(until day: String?) -> PagePhrases {
    PagePhrases(
      subject: "Welche Termine passen \(say("Ihnen", "dir"))?",
      opening:
        "schön, dass \(say("Sie", "du")) dabei sein \(say("möchten", "möchtest")). Für unsere Runde suche ich noch "
        + "den Termin, der möglichst vielen passt."
        + (day.map { " Abstimmen \(say("können Sie", "kannst du")) bis \($0)." } ?? ""),
      page: "Was \(say("Ihnen", "dir")) passt, \(say("sagen Sie", "sag")) mir bitte mit wenigen Klicks auf "
        + "\(say("Ihrer", "deiner")) persönlichen Seite:",
      farewell: "Ich frage nur dieses eine Mal nach.")
  }

  func newLink(topic: String, hasEntry: Bool) -> PagePhrases {
    PagePhrases(
      subject: "\(say("Ihre", "Deine")) persönliche Seite hat eine neue Adresse",
      opening:
        "\(say("Ihre", "deine")) persönliche Seite zu unserer Runde zum Thema \(Self.quoted(topic)) hat eine neue "
        + "Adresse; die alte öffnet nichts mehr."
        + (hasEntry ? " Der Kalendereintrag liegt mit der neuen Adresse noch einmal bei und ersetzt den alten." : ""),
      page: "Von nun an geht es hier hinein:",
      farewell: "Sonst ändert sich nichts.")
  }

  var messagePage: String { "Alles zu unserer Runde steht auf \(say("Ihrer", "deiner")) persönlichen Seite:" }
}
