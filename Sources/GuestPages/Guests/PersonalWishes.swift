import Acts
import Core
import HTML
import House
import Records
import Site

/// The things the guest would like to talk about and could bring, and their late arrival or early departure.
struct PersonalWishes {
  let view: PersonalView
  let entered: PersonalEntries?
  let errors: FieldErrors

  func node(_ t: Phrases) -> Node {
    let values = entered ?? PersonalEntries(view)
    return section(.aria(.labelledBy, "wishes-title")) {
      h2(.id("wishes-title")) { t("guests.wishes.title") }
      div(.class("form card")) {
        field("wishes", values.wishes, t, rows: 2).node
        field("brings", values.brings, t, rows: 2, hint: t("guests.wishes.brings.hint")).node
        div(.class("fields")) {
          field("arrives", values.arrives, t, isClock: true).node
          field("leaves", values.leaves, t, isClock: true).node
        }
        p(.class("hint")) {
          t("guests.zone.label") + " "
          span(Attribute("data-zone-name", nil)) { t.zoneName }
        }
        div(.class("actions")) {
          button(.class("button"), .type("submit"), .name("part"), .value("wishes")) { t("guests.save") }
        }
      }
    }
  }

  private func field(
    _ name: String, _ value: String, _ t: Phrases, rows: Int = 1, isClock: Bool = false, hint: String? = nil
  ) -> TextField {
    TextField(
      name: name, label: t("guests.wishes.\(name)"), value: value, hint: hint, error: errors[name].map { t($0) },
      rows: rows, more: isClock ? ClockField.attributes : [.maxlength(String(PersonalEntries.longestWish))])
  }
}
