import Core
import HTML
import House
import Records
import Site

/// Offers to fetch a list from the web again.
struct ListRefreshment {
  let list: PeopleListID
  let address: String

  func node(_ t: Phrases) -> Node {
    form(.class("notice second"), .method("post"), .action(Path.listRefreshment(list).text)) {
      t.icon("download")
      p { t("people.refresh.from", ["address": address]) }
      button(.class("button small"), .type("submit")) { t("people.refresh.again") }
    }
  }
}
