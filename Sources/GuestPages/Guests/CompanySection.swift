import Acts
import Core
import HTML
import House
import Records
import Site

/// The other guests who come, by name and one line, as far as each agreed.
struct CompanySection {
  let view: PersonalView
  let company: GuestCompany

  func node(_ t: Phrases) -> Node {
    if company.members.isEmpty, company.unnamed == 0, !isComing { return .nothing }
    return section(.id("company"), .aria(.labelledBy, "company-title")) {
      h2(.id("company-title")) { t("guests.company.title") }
      if company.members.isEmpty, company.unnamed == 0 { p(.class("soft")) { t("guests.company.first") } }
      if !company.members.isEmpty {
        ul(.class("plainlist tight")) { for member in company.members { li { row(member) } } }
      }
      if company.unnamed > 0 {
        p(.class("soft")) {
          t.count(company.members.isEmpty ? "guests.company.count" : "guests.company.more", company.unnamed)
        }
      }
      if isComing { own(t) }
    }
  }

  private var isComing: Bool { view.standing.place != .asked }

  private func row(_ member: GuestCompany.Member) -> Node {
    group {
      strong { member.name }
      if !member.line.isEmpty { span(.class("soft")) { " · " + member.line } }
    }
  }

  private func own(_ t: Phrases) -> Node {
    form(.class("form"), .method("post"), .action(Path.company(view.token).text)) {
      ShownChoice(view: view, id: "shown-own").node(t)
      div(.class("actions")) { button(.class("button"), .type("submit")) { t("guests.save") } }
    }
  }
}

/// The details others may read about the guest: asked together with the answer.
struct ShownChoice {
  let view: PersonalView
  /// The id of the field, since a page may have several.
  let id: String

  func node(_ t: Phrases) -> Node {
    div(.class("field")) {
      element("label", [.for(id)]) { t("guests.shown.label") }
      p(.class("hint"), .id("\(id)-hint")) { t("guests.shown.hint") }
      element("select", [.id(id), .name("shown"), .describedBy("\(id)-hint")]) {
        for choice in Shown.choices { line(choice, t) }
      }
    }
  }

  private func line(_ choice: Shown, _ t: Phrases) -> Node {
    let words = t("guests.shown.\(choice.rawValue)")
    if choice == view.shown.chosen { return option(.value(choice.rawValue), .selected) { words } }
    return option(.value(choice.rawValue)) { words }
  }
}
