import Core
import HTML
import House
import Records
import Site

/// The result of an import.
package struct ImportResultPage: Page {
  package let importing: Import
  package let rejected: RejectedRows

  package init(importing: Import, rejected: RejectedRows) {
    self.importing = importing
    self.rejected = rejected
  }

  package var chrome: Chrome { .host(current: .people) }

  package func title(_ t: Phrases) -> String { t("import.saved.title") }

  package func body(_ t: Phrases) -> Node {
    group {
      div(.class("page-head")) {
        h1 { title(t) }
        p(.class("lead")) { importing.shownFile(t) }
      }
      div(.class("notice good"), .role("status")) {
        t.icon("check")
        p { result(t) }
      }
      dl(.class("counts")) {
        for (key, count) in [("new", counts.new), ("changed", counts.changed), ("rejected", rejected.pager.total)] {
          div {
            dt { t("import.result.\(key)") }
            dd { t.number(count) }
          }
        }
      }
      div(.class("actions")) {
        a(.class("button primary"), .href(Path.newParty.text)) { t("import.saved.party") }
        a(.class("button"), .href(Path.people.query([("list", importing.list?.description ?? "")]))) {
          t("import.saved.people")
        }
        a(.class("button quiet"), .href(Path.newImport.text)) { t("import.saved.more") }
      }
      if let list = importing.list, !importing.address.isEmpty {
        ListRefreshment(list: list, address: importing.address).node(t)
      }
      if !rejected.rows.isEmpty { rejected.node(t) }
      form(.method("post"), .action(Path.importDiscard(importing.id).text), .class("actions")) {
        button(.class("button quiet"), .type("submit")) { t("import.saved.forget") }
        span(.class("small soft")) { t("import.saved.forgetHint") }
      }
    }
  }

  private var counts: Import.Counts { importing.counts }

  private func result(_ t: Phrases) -> String {
    counts.new == 0 && counts.changed == 0
      ? t("import.saved.nothingNew") : t.count("import.saved.text", counts.new + counts.changed)
  }
}
