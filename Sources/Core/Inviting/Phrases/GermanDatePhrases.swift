// The German letters about a date that changes. Text for people stands here in Swift: see `LetterPhrases` for why.

extension GermanPhrases {
  var company: String {
    "Wer kommt, sieht vorab die anderen mit Vornamen und Organisation; auf \(say("Ihrer", "deiner")) Seite "
      + "\(say("können Sie", "kannst du")) das anders wählen."
  }

  func entered(_ answer: Answer) -> String {
    let your = say("Ihre", "deine")
    let what =
      switch answer {
      case .yes: "\(your) Zusage"
      case .perhaps: "\(say("Ihr", "dein")) Vielleicht"
      case .no: "\(your) Absage"
      }
    return "\(Prose.capitalised(what)) habe ich selbst eingetragen, weil ich auf anderem Weg davon weiß. "
      + "Wenn \(say("Sie", "du")) auf \(say("Ihrer", "deiner")) Seite \(say("antworten", "antwortest")), gilt das."
  }

  func adjustment(date: String, minutes: Int, hasEntry: Bool) -> ChangePhrases {
    ChangePhrases(
      subject: "Eine kleine Änderung an unserem Termin",
      opening: "an unserem Termin hat sich etwas geändert: \(date), \(Self.duration(minutes)) lang.",
      answer: (hasEntry ? "Der neue Kalendereintrag liegt bei und ersetzt den alten. " : "")
        + "Wenn es nun nicht mehr passt, genügt ein Klick auf \(say("Ihrer", "deiner")) persönlichen Seite:")
  }

  func unsuitable(date: String) -> ChangePhrases {
    ChangePhrases(
      subject: "Der Termin steht, leider passt er \(say("Ihnen", "dir")) nicht",
      opening: "der Termin für unsere Runde steht: \(date). "
        + "In der Umfrage \(say("hatten Sie", "hattest du")) geschrieben, dass es da nicht geht. Das ist schade; ich melde mich gern ein andermal wieder.",
      answer: "\(say("Sie brauchen", "Du brauchst")) nichts weiter zu tun. Falls es doch geht, genügt ein Klick auf "
        + "\(say("Ihrer", "deiner")) persönlichen Seite:")
  }

  func poll(slots: Int, insteadOfDate: Bool) -> ChangePhrases {
    let count = slots == 1 ? "einen Vorschlag" : "\(Self.number(slots)) Vorschläge"
    let opening =
      insteadOfDate
      ? "der Termin, den ich genannt hatte, gilt nicht mehr; ich suche einen, der möglichst vielen passt, "
        + "und habe \(count)."
      : "für unseren Termin gibt es neue Vorschläge, jetzt sind es \(slots)."
    return ChangePhrases(
      subject: insteadOfDate ? "Wir suchen einen neuen Termin" : "Neue Vorschläge für unseren Termin",
      opening: opening,
      answer: "Was \(say("Ihnen", "dir")) passt, \(say("sagen Sie", "sagst du")) mir bitte mit wenigen Klicks auf "
        + "\(say("Ihrer", "deiner")) persönlichen Seite:")
  }

  func answerNoted(date: String, isComing: Bool) -> ChangePhrases {
    ChangePhrases(
      subject: isComing ? "Schön, dass \(say("Sie", "du")) dabei \(say("sind", "bist"))" : "Notiert: vielleicht",
      opening: isComing
        ? "schön, dass es klappt: \(date)."
        : "danke für die Nachricht. Ich habe notiert, dass es noch nicht sicher ist: \(date).",
      answer: "Der Eintrag in \(say("Ihrem", "deinem")) Kalender sagt es nun auch; ändern "
        + "\(say("können Sie", "kannst du")) es jederzeit auf \(say("Ihrer", "deiner")) persönlichen Seite:")
  }
}
