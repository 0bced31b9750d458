import Acts
import Core
import HTML
import House
import Records
import Site

/// Yes, perhaps, no, with a word for the host if the guest likes.
struct PersonalAnswer {
  let view: PersonalView
  let entered: PersonalEntries?
  let errors: FieldErrors

  func node(_ t: Phrases) -> Node {
    section(.aria(.labelledBy, "answer")) {
      h2(.id("answer")) { t(given == nil ? "guests.answer.question" : "guests.answer.title") }
      form(.class("form"), .method("post"), .action(Path.reply(view.token).text)) {
        ZoneChoice.hidden(view)
        element("details", isWordOpen ? [.open] : []) {
          summary { t("guests.word.add") }
          TextField(
            name: "word", label: t("guests.word.label"), value: word,
            hint: t("guests.word.hint", ["host": view.host.name]),
            error: errors["word"].map { t($0) }, rows: 2, more: [.maxlength(String(PersonalEntries.longestWord))]
          ).node
        }
        if view.standing.place == .asked { ShownChoice(view: view, id: "shown-answer").node(t) }
        div(.class("answers")) { for answer in Answer.allCases { choice(answer, t) } }
      }
      p(.class("small soft")) { t("guests.answer.later") }
    }
  }

  /// Silence after an objection is not an answer.
  private var given: Answer? { view.guest.invitation.answer }

  private var word: String { entered?.word ?? view.guest.invitation.word ?? "" }

  private var isWordOpen: Bool { !word.isEmpty || errors["word"] != nil }

  private func choice(_ answer: Answer, _ t: Phrases) -> Node {
    let isGiven = answer == given
    let hint = isGiven ? t("guests.answer.yours") : t("guests.answer.\(answer.rawValue).hint")
    return element("button", attributes(answer)) {
      t.icon("glass-\(answer.rawValue)", style: "")
      span {
        t("guests.answer.\(answer.rawValue)")
        small { hint }
      }
    }
  }

  private func attributes(_ answer: Answer) -> [Attribute] {
    let isFirst = given == nil && answer == .yes
    let fixed: [Attribute] = [
      .class(isFirst ? "button primary" : "button"), .type("submit"), .name("answer"), .value(answer.rawValue),
    ]
    return given == nil ? fixed : fixed + [Attribute("aria-pressed", answer == given ? "true" : "false")]
  }
}
