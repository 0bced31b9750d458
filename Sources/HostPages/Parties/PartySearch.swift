import Acts
import HTML
import House
import Records
import Site

/// Finds a party among many: a form that uses GET, so that the result has an address.
struct PartySearch {
  let filter: PartyFilter

  func node(_ t: Phrases) -> Node {
    form(.class("card form"), .method("get"), .action(Path.parties.text), .role("search")) {
      div(.class("fields")) {
        TextField(
          name: "q", label: t("parties.search"), value: filter.search, hint: t("parties.search.hint"), type: "search"
        ).node
        ChoiceField(
          name: "stage", label: t("parties.filter"),
          options: PartyFilter.Stage.allCases.map { ($0.rawValue, t("parties.filter.\($0.rawValue)")) },
          chosen: filter.stage.rawValue
        ).node
      }
      div(.class("actions")) {
        button(.class("button"), .type("submit")) {
          t.icon("search")
          t("parties.search.button")
        }
        if !filter.isEmpty { a(.class("button quiet"), .href(Path.parties.text)) { t("parties.search.clear") } }
      }
    }
  }
}
