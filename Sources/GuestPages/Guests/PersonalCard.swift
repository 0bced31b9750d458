import Acts
import Core
import HTML
import House
import Records
import Site

/// The guest's card, filled in with known details until they save their own.
struct PersonalCard {
  let view: PersonalView
  let entered: PersonalEntries?
  let errors: FieldErrors

  func node(_ t: Phrases) -> Node {
    let card = entered?.card ?? view.card
    return section(.aria(.labelledBy, "card-title")) {
      h2(.id("card-title")) { t("guests.card.title") }
      div(.class("form card")) {
        p(.class("soft")) { t("guests.card.lead") }
        div(.class("fields")) {
          field("name", card.name, t, autocomplete: "name").node
          field("line", card.line, t, autocomplete: "organization-title").node
          field("email", card.email, t, type: "email", autocomplete: "email").node
          field("phone", card.phone, t, type: "tel", autocomplete: "tel").node
          field("web", card.web, t, autocomplete: "url", more: [.inputmode("url"), .placeholder("https://")]).node
        }
        div(.class("actions")) {
          button(.class("button"), .type("submit"), .name("part"), .value("card")) { t("guests.save") }
        }
      }
    }
  }

  private func field(
    _ name: String, _ value: String, _ t: Phrases, type: String = "text", autocomplete: String, more: [Attribute] = []
  ) -> TextField {
    TextField(
      name: name, label: t("guests.card.\(name)"), value: value, error: errors[name].map { t($0) }, type: type,
      autocomplete: autocomplete, more: more + [.maxlength(String(PersonalEntries.longestLine))])
  }
}
