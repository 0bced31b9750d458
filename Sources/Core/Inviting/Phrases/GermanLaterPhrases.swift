// The German letters after the invitation. Text for people stands here in Swift: see `LetterPhrases` for why.

extension GermanPhrases {
  func reminder(_ facts: LetterFacts) -> ReminderPhrases {
    let until = Prose.phrase(facts.answerBy).map { "Bis \($0) halte ich" } ?? "Noch halte ich"
    return ReminderPhrases(
      subject: "Ein Platz ist noch für \(say("Sie", "dich")) frei",
      opening: "vor ein paar Tagen habe ich \(say("Sie", "dich")) zu einer kleinen Runde eingeladen; "
        + "vielleicht ist das untergegangen. Beginnen wollen wir mit dieser Frage:",
      answer: "\(until) \(say("Ihnen", "dir")) gern einen Platz frei. "
        + "Ein Klick genügt, auch für ein Nein oder ein Vielleicht:",
      farewell: "Ich frage nur dieses eine Mal nach.")
  }

  func confirmation(date: String, isComing: Bool, hasEntry: Bool) -> ConfirmationPhrases {
    let glad =
      isComing
      ? "Ich freue mich, dass \(say("Sie", "du")) dabei \(say("sind", "bist"))."
      : "Ich würde mich freuen, wenn \(say("Sie", "du")) dabei \(say("wären", "wärst"))."
    let page =
      isComing
      ? "\(say("Ihre", "Deine")) persönliche Seite ist auch die Tür zur Runde; falls etwas dazwischenkommt, "
        + "\(say("sagen Sie", "sag")) es mir dort mit einem Klick:"
      : "Ob es \(say("Ihnen", "dir")) passt, \(say("sagen Sie", "sag")) mir bitte auf "
        + "\(say("Ihrer", "deiner")) persönlichen Seite:"
    return ConfirmationPhrases(
      subject: Letter.fitting("Der Termin steht: \(date)", or: "Der Termin steht"),
      opening: "der Termin steht: \(date). \(glad)",
      entry: (hasEntry ? "Der Kalendereintrag liegt bei. " : "") + page,
      question: "Vorzubereiten ist nichts. "
        + "\(say("Bringen Sie", "Bring")) etwas zu trinken mit und einen Gedanken zu unserer Frage:",
      farewell: isComing ? "Bis bald." : "Bis hoffentlich bald.")
  }

  func admission(_ topic: String) -> AdmissionPhrases {
    AdmissionPhrases(
      subject: "Es klappt: \(say("Ihr", "Dein")) Platz ist sicher",
      opening: "schön, dass \(say("Sie", "du")) dabei sein \(say("möchten", "möchtest")). "
        + "\(say("Ihr", "Dein")) Platz in unserer Runde zum Thema \(Self.quoted(topic)) ist sicher.",
      page: "Alles Weitere steht auf \(say("Ihrer", "deiner")) persönlichen Seite:")
  }

  func change(from old: String?, to new: String, hasEntry: Bool) -> ChangePhrases {
    let instead = old.map { ", nicht wie geplant am \(Self.withoutPreposition($0))" } ?? ""
    return ChangePhrases(
      subject: Letter.fitting("Neuer Termin: \(new)", or: "Neuer Termin für unsere Runde"),
      opening: "unsere Runde findet zu einem anderen Termin statt: \(new)\(instead). "
        + "Bitte \(say("entschuldigen Sie", "entschuldige")) die Umstände.",
      answer: (hasEntry ? "Der neue Kalendereintrag liegt bei und ersetzt den alten. " : "")
        + "Wenn es nun nicht mehr passt, genügt ein Klick auf \(say("Ihrer", "deiner")) persönlichen Seite:")
  }

  func removal(date: String) -> ChangePhrases {
    ChangePhrases(
      subject: "Schade, vielleicht ein andermal",
      opening: "danke, dass \(say("Sie", "du")) mir Bescheid gegeben \(say("haben", "hast")). "
        + "Den Eintrag in \(say("Ihrem", "deinem")) Kalender nehme ich wieder heraus: \(date).",
      answer: "Falls es doch noch klappt, genügt ein Klick auf \(say("Ihrer", "deiner")) persönlichen Seite:")
  }

  func withdrawal(_ topic: String) -> CancellationPhrases {
    CancellationPhrases(
      subject: "Eine Absage von meiner Seite",
      opening: "zu unserer Runde zum Thema \(Self.quoted(topic)) kann ich \(say("Sie", "dich")) nun leider doch nicht "
        + "dazubitten. Es tut mir leid, dass ich \(say("Ihnen", "dir")) das erst jetzt schreibe.",
      farewell: "Ich hoffe, wir sprechen uns bei einer anderen Gelegenheit. "
        + "\(say("Sie brauchen", "Du brauchst")) nichts weiter zu tun.")
  }

  func cancellation(reason: String?, date: String?, topic: String) -> CancellationPhrases {
    let day = date.map { "; der Termin am \(Self.withoutPreposition($0)) entfällt" } ?? ""
    let because = reason.map { " \($0)" } ?? ""
    return CancellationPhrases(
      subject: "Unsere Runde fällt leider aus",
      opening: "unsere Runde zum Thema \(Self.quoted(topic)) muss ich leider absagen\(day).\(because)",
      farewell: "Es tut mir leid; auf das Gespräch mit \(say("Ihnen", "dir")) hatte ich mich gefreut. "
        + "\(say("Sie brauchen", "Du brauchst")) nichts weiter zu tun.")
  }

  var objection: String {
    "Wenn \(say("Sie", "du")) keine Post mehr von mir \(say("wünschen", "möchtest")), genügt ein Klick:"
  }
}
