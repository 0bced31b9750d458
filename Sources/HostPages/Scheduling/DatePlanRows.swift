import Acts
import Core
import HTML
import House
import Site

/// The slots of a poll, one row each.
struct DatePlanRows {
  let rows: [DatePlan.Row]
  let errors: FieldErrors

  func node(_ t: Phrases) -> Node {
    fieldset(.class("stack only-poll")) {
      legend(.class("visually-hidden")) { t("scheduling.rows") }
      div(.class("scroll")) {
        table(.class("stacked")) {
          caption { t("scheduling.rows.hint") }
          thead {
            tr {
              th(.scope("col")) { t("scheduling.day") }
              th(.scope("col")) { t("scheduling.from") }
              th(.scope("col")) { span(.class("visually-hidden")) { t("scheduling.remove") } }
            }
          }
          tbody { for (index, row) in rows.enumerated() { line(index, row, t) } }
        }
      }
      if let error = errors["rows"] { div(.class("field")) { p(.class("error"), .role("alert")) { t(error) } } }
      div {
        button(.class("button"), .type("submit"), .name("add"), .value("1")) {
          t.icon("plus")
          " " + t("scheduling.add")
        }
      }
    }
  }

  private func line(_ index: Int, _ row: DatePlan.Row, _ t: Phrases) -> Node {
    tr {
      td { cell("date", index, row.date, t("scheduling.day"), t) }
      td { cell("time", index, row.time, t("scheduling.from"), t) }
      td {
        let label = t("scheduling.remove.row", ["number": String(index + 1)])
        button(
          .class("button square"), .type("submit"), .name("remove"), .value(String(index)), .aria(.label, label)
        ) { t.icon("cross") }
      }
    }
  }

  private func cell(_ type: String, _ index: Int, _ value: String, _ heading: String, _ t: Phrases) -> Node {
    let id = "\(type)-\(index)"
    let error = errors["\(type).\(index)"]
    let isClock = type == "time"
    let attributes: [Attribute] =
      [.id(id), .type(isClock ? "text" : type), .name(type), .value(value)] + (isClock ? ClockField.attributes : [])
    let wrong: [Attribute] = [.aria(.invalid, "true"), .describedBy("\(id)-error")]
    return div(.class("field")) {
      label(.class("visually-hidden"), .for(id)) {
        t("scheduling.row", ["field": heading, "number": String(index + 1)])
      }
      element(.void("input"), error == nil ? attributes : attributes + wrong)
      if let error { p(.class("error"), .id("\(id)-error")) { t(error) } }
    }
  }
}
