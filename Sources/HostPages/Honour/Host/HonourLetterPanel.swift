import Acts
import Core
import HTML
import House
import Records
import Site

/// The letter to the guest of honour, exactly as it will arrive, and how it is sent.
struct HonourLetterPanel {
  let view: HonourView
  let seat: HonourView.Seat
  var errors = FieldErrors()

  func node(_ t: Phrases) -> Node {
    section(.class("stack"), .aria(.labelledBy, "letter")) {
      h2(.id("letter")) { t(seat.isWritten ? "honour.letter.sent" : "honour.letter.title") }
      if let letter = seat.letter {
        article(.class("letter"), .lang(language.rawValue), .aria(.labelledBy, "letter")) {
          dl(.class("letter-head")) {
            dt { t("letters.to") }
            dd { recipient(t) }
            dt { t("letters.subject") }
            dd { letter.subject }
          }
          LetterHTML(letter, language: language).words
        }
        if !seat.isWritten {
          sending(t)
          sentences(t)
        }
      } else {
        p { t("honour.letter.substance") }
        div(.class("actions")) {
          a(.class("button"), .href(Path.substance(view.party.id).text)) { t("waves.next.toSubstance") }
        }
      }
      p { a(.href(Path.guestHistory(view.party.id, seat.honour.guest).text)) { t("honour.letter.history") } }
    }
  }

  private var language: Language { seat.person.form(at: view.party).language }

  private func recipient(_ t: Phrases) -> String {
    seat.person.email.isEmpty
      ? "\(seat.person.name) (\(t("letters.noAddress")))" : "\(seat.person.name) <\(seat.person.email)>"
  }

  private func sending(_ t: Phrases) -> Node {
    let path = Path.honourLetter(view.party.id).text
    return form(.class("actions"), .method("get"), .action(path)) {
      if let barrier = view.barrier {
        barrier.notice(t)
        barrier.tick(t)
      }
      if view.hasServer, !seat.person.email.isEmpty {
        button(.class("button primary"), .type("submit")) { t("honour.letter.send") }
      }
      button(
        .class(view.hasServer ? "button quiet" : "button primary"), .type("submit"), .name("way"), .value("hand"),
        Attribute("formmethod", "post"), Attribute("formaction", path)
      ) { t("honour.letter.byHand") }
    }
  }

  /// Every sentence as it currently is in the letter.
  private func sentences(_ t: Phrases) -> Node {
    element("details", isWrong ? [.open] : []) {
      summary { t("honour.sentences.title") }
      form(
        .class("form card"), .method("post"), .action(Path.honourSentences(view.party.id).text), .data("data-dirty", "")
      ) {
        p(.class("hint")) { t("honour.sentences.hint") }
        for sentence in HonourSentence.allCases { field(sentence, t) }
        div(.class("actions")) { button(.class("button"), .type("submit")) { t("guests.save") } }
      }
    }
  }

  private func field(_ sentence: HonourSentence, _ t: Phrases) -> Node {
    let composed = seat.composed[sentence] ?? ""
    let name = sentence.field
    return TextField(
      name: name, label: t("honour.sentence.\(sentence.rawValue)"), value: seat.edits.sentences[sentence] ?? composed,
      error: errors[name].map { t($0) }, rows: [.subject, .salutation].contains(sentence) ? 1 : 3
    ).node
  }

  private var isWrong: Bool { HonourSentence.allCases.contains { errors[$0.field] != nil } }
}
