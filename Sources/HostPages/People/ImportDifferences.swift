import Acts
import Core
import HTML
import House
import Records
import Site

/// Somebody on whom a list and the address book disagree.
package struct ImportDifference: Sendable, Equatable {
  package let row: ImportRow
  package let known: PersonRecord

  package init(row: ImportRow, known: PersonRecord) {
    self.row = row
    self.known = known
  }
}

/// Fields in which a list is newer than the address book, or wrong: each accepted by a tick.
struct ImportDifferences {
  let importing: ImportID
  let shown: [ImportDifference]
  let pager: Pager

  static let size = 25

  func node(_ t: Phrases) -> Node {
    section(.class("card"), .aria(.labelledBy, "differences")) {
      h2(.id("differences")) { t.count("import.differences.title", pager.total) }
      p(.class("soft")) { t("import.differences.hint") }
      form(.class("stack"), .method("post"), .action(action)) {
        ul(.class("plainlist")) { for difference in shown { item(difference, t) } }
        div(.class("actions")) {
          button(.class("button"), .type("submit")) { t("import.differences.keep") }
          if pager.total > 1 {
            submit("all", t.count("import.differences.all", pager.total))
            submit("nothing", t("import.differences.nothing"))
          }
        }
      }
      div(.class("pager")) {
        span {}
        pager.node(t, label: t("import.differences.pages")) {
          Path.importing(importing).query([("differences", String($0))]) + "#differences"
        }
      }
    }
  }

  private var action: String {
    Path.importDifferences(importing).query([("differences", pager.page == 1 ? "" : String(pager.page))])
  }

  private func submit(_ value: String, _ label: String) -> Node {
    button(.class("button quiet"), .type("submit"), .name("take"), .value(value)) { label }
  }

  private func item(_ difference: ImportDifference, _ t: Phrases) -> Node {
    li {
      strong { difference.known.shownName }
      for field in difference.row.differs {
        element("label", [.class("tick")]) {
          element(
            .void("input"),
            [.type("checkbox"), .name(Self.name(difference.row, field)), .value("1")]
              + (difference.row.taken.contains(field) ? [.checked] : []))
          span {
            t(
              "import.differences.field",
              ["field": t("person.\(field.rawValue)"), "value": difference.row.record[field]])
            small { t("import.differences.known", ["value": difference.known[field]]) }
          }
        }
      }
    }
  }

  static func name(_ row: ImportRow, _ field: PersonMerge.Field) -> String { "\(field.rawValue)\(row.position)" }
}
