import Acts
import Core
import HTML
import House
import Records

/// The letter to the guest of honour, exactly as it will arrive, and how it leaves.
struct HonourLetterPanel {
  let view: HonourView
  let seat: HonourView.Seat

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
        if !seat.isWritten { sending(t) }
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
}
