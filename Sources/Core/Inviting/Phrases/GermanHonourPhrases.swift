// The German letters to a guest of honour who has been invited. Text for people stands here in Swift: see `LetterPhrases` for why.

extension GermanPhrases {
  func honourConfirmation(date: String, minutes: Int, isComing: Bool, hasEntry: Bool) -> PagePhrases {
    let glad =
      isComing
      ? "Ich freue mich, dass \(say("Sie", "du")) unser Ehrengast \(say("sind", "bist"))."
      : "Ich würde mich freuen, wenn \(say("Sie", "du")) unser Ehrengast \(say("wären", "wärst"))."
    let your = say("Ihr", "Dein")
    return PagePhrases(
      subject: Letter.fitting("\(your) Termin steht: \(date)", or: "\(your) Termin steht"),
      opening: "der Termin steht: \(date), \(Self.minutes(minutes)), nicht mehr. \(glad)",
      page: (hasEntry ? "Der Kalendereintrag liegt bei und gilt nur für diese Zeit. " : "")
        + "Wer dabei ist und was wir fragen möchten, steht auf "
        + "einer Seite; dort ist auch die Tür, und ein Klick genügt, wenn es später wird:",
      farewell: "Vorzubereiten ist nichts.")
  }

  func honourChange(from old: String?, to new: String, minutes: Int, hasEntry: Bool) -> PagePhrases {
    let instead = old.map { ", nicht wie geplant am \(Self.withoutPreposition($0))" } ?? ""
    let entry = hasEntry ? "Der neue Kalendereintrag liegt bei und ersetzt den alten. " : ""
    return PagePhrases(
      subject: Letter.fitting("Neue Zeit: \(new)", or: "Eine neue Zeit für unser Treffen"),
      opening:
        "\(say("Ihre", "deine")) Zeit bei uns hat sich \(old == nil ? "geändert" : "verschoben"): \(new)\(instead), "
        + "\(Self.minutes(minutes)). Bitte \(say("entschuldigen Sie", "entschuldige")) die Umstände.",
      page: entry + "Wenn es nun nicht mehr passt, genügt ein Klick:", farewell: "")
  }

  func assistant(of honoured: String, date: String?, minutes: Int) -> PagePhrases {
    let time = date.map { " Es geht um \(Self.minutes(minutes)): \($0)." } ?? " Es geht um \(Self.minutes(minutes))."
    return PagePhrases(
      subject: Letter.fitting("Termin von \(honoured) bei unserer Runde", or: "Ein Termin bei unserer Runde"),
      opening: "\(honoured) ist bei unserer kleinen Runde als Ehrengast eingeladen und hat "
        + "\(say("Sie", "dich")) als Kontakt dafür genannt.\(time)",
      page:
        "Zu- und absagen, den Termin in den Kalender übernehmen, eine Verspätung melden und nachlesen, worum es geht, "
        + "\(say("können Sie", "kannst du")) hier, ohne Konto:",
      farewell: "Danke für \(say("Ihre", "deine")) Hilfe.")
  }

  func assistantChange(of honoured: String, from old: String?, to new: String, minutes: Int) -> PagePhrases {
    let instead = old.map { ", nicht wie geplant am \(Self.withoutPreposition($0))" } ?? ""
    return PagePhrases(
      subject: Letter.fitting("Neue Zeit für \(honoured): \(new)", or: "Eine neue Zeit bei unserer Runde"),
      opening: "der Termin von \(honoured) bei unserer kleinen Runde ist jetzt ein anderer: \(new)\(instead), "
        + "\(Self.minutes(minutes)). Bitte \(say("entschuldigen Sie", "entschuldige")) die Umstände.",
      page: "Ob es weiterhin passt, \(say("können Sie", "kannst du")) hier für \(honoured) sagen, ohne Konto:",
      farewell: "Danke für \(say("Ihre", "deine")) Hilfe.")
  }

  func assistantCancellation(of honoured: String, date: String?) -> PagePhrases {
    let time = date.map { " am \(Self.withoutPreposition($0))" } ?? ""
    return PagePhrases(
      subject: Letter.fitting("Abgesagt: \(honoured) bei unserer Runde", or: "Abgesagt: ein Termin bei unserer Runde"),
      opening: "das Treffen von \(honoured) mit unserer kleinen Runde\(time) findet leider nicht statt. "
        + "\(say("Sie müssen", "du musst")) nichts tun; falls der Termin im Kalender steht, "
        + "\(say("löschen Sie", "lösch")) ihn bitte.",
      page: "", farewell: "Danke für \(say("Ihre", "deine")) Hilfe.")
  }
}
