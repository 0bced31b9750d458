import Acts
import Core
import HTML
import House
import Site

/// One letter's card in the list.
struct LetterCard {
  let letter: DeskLetter
  /// Text that was typed and is too long.
  let refused: String?

  func node(_ t: Phrases) -> Node {
    li {
      article(.class("letter card-like"), .aria(.labelledBy, headingID)) {
        div(.class("to")) {
          div {
            h3(.id(headingID)) { known.name }
            if !place(t).isEmpty { p(.class("small soft")) { place(t) } }
          }
          status(t)
        }
        if !letter.reason.isEmpty { p(.class("reason")) { letter.reason } }
        if letter.hasObjected {
          flag(t("letters.objected"), t)
        } else if !letter.alike.isEmpty, !letter.guest.wasWrittenTo {
          flag(t("letters.alike", ["names": t.list(letter.alike), "name": known.name]), t)
        }
        if letter.guest.wasWrittenTo { sent(t) } else { editor(t) }
      }
    }
  }

  private var known: KnownGuest { letter.known }
  private var headingID: String { "to-\(letter.guest.id)" }
  private var fieldID: String { "sentence-\(letter.guest.id)" }

  private func place(_ t: Phrases) -> String {
    let reserve =
      letter.guest.standing == .reserve
      ? t("letters.reserve", ["position": t.number(letter.guest.position)]) : ""
    let trouble = known.isReachable ? "" : t(known.isReturned ? "letters.returned" : "letters.noAddress")
    return [known.organisation, reserve, trouble].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func status(_ t: Phrases) -> Node {
    switch letter.state {
    case .ready: coaster("yes", t("letters.state.ready"), t, mood: "yes")
    case .missing: coaster("waiting", t("letters.state.missing"), t)
    case .alike: coaster("warn", t("letters.alikeShort"), t, mood: "warn")
    case .written:
      coaster("sent", t("guest.state.\(letter.guest.invitation.state.rawValue)"), t, mood: "done")
    }
  }

  private func flag(_ words: String, _ t: Phrases) -> Node {
    p(.class("flag"), .id("\(fieldID)-flag")) {
      t.icon("warning")
      span { words }
    }
  }

  private func sent(_ t: Phrases) -> Node {
    group {
      if !letter.sentence.isEmpty { p(.class("serif")) { letter.sentence } }
      div(.class("actions")) { wholeLetter(t) }
    }
  }

  private func editor(_ t: Phrases) -> Node {
    let text = refused ?? letter.sentence
    return div(.class("form")) {
      div(.class("field")) {
        label(.for(fieldID)) { t("letters.field.sentenceOf", ["name": known.name]) }
        p(.class("hint"), .id("\(fieldID)-hint")) { t("letters.field.sentenceHint") }
        element("textarea", attributes) { text }
        if refused != nil { p(.class("error"), .id("\(fieldID)-error")) { t(Self.tooLong) } }
        div(.class("under")) {
          element(
            "output",
            [
              .for(fieldID), .data("data-count", "characters"),
              .data("data-pattern", t("letters.words", ["count": "#"])),
            ]
          ) {
            t("letters.words", ["count": "\(text.count)"])
          }
        }
      }
      div(.class("actions")) { wholeLetter(t) }
    }
  }

  private static let tooLong = Message("letters.one.error.long", ["count": "\(LetterSentences.longest)"])

  private var attributes: [Attribute] {
    var described = ["\(fieldID)-hint"]
    if letter.hasObjected || !letter.alike.isEmpty { described.append("\(fieldID)-flag") }
    if refused != nil { described.append("\(fieldID)-error") }
    return [
      .class("serif"), .id(fieldID), .name("sentence.\(letter.guest.id)"), .rows("3"),
      .describedBy(described.joined(separator: " ")),
    ] + (refused == nil ? [] : [.aria(.invalid, "true")])
  }

  /// A button of the form rather than a link, so that anything typed in any letter is kept on the way.
  private func wholeLetter(_ t: Phrases) -> Node {
    button(.class("button quiet"), .type("submit"), .name("open"), .value(letter.guest.id.description)) {
      t("letters.whole")
      span(.class("visually-hidden")) { ": " + known.name }
    }
  }
}
