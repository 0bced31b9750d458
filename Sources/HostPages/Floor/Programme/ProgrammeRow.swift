import Acts
import Core
import HTML
import House
import Site

/// One part of the arc in the form.
struct ProgrammeRow {
  let place: Int
  let page: ProgrammePage

  private var row: ProgrammeEntry.Row {
    page.entered.rows.indices.contains(place) ? page.entered.rows[place] : ProgrammeEntry.Row()
  }

  private var isUsed: Bool { page.entered.rows.indices.contains(place) }

  func node(_ t: Phrases) -> Node {
    fieldset(.class("part-row")) {
      legend(.class("visually-hidden")) { t("programme.row", ["number": t.number(place + 1)]) }
      ChoiceField(
        name: "kind.\(place)", label: t("programme.field.kind"), options: kinds(t), chosen: row.kind
      ).node
      TextField(
        name: "minutes.\(place)", label: t("programme.field.minutes"), value: row.minutes, error: error("minutes", t),
        type: "text", more: [.class("short"), .inputmode("numeric"), .maxlength("3")]
      ).node
      TextField(
        name: "title.\(place)", label: t("programme.field.title"), value: row.title, error: error("title", t),
        more: [.maxlength(String(FloorRules.titleLength)), .placeholder(t("programme.field.title.usual"))]
      ).node
      if isUsed { buttons(t) }
    }
  }

  private func error(_ field: String, _ t: Phrases) -> String? { page.errors["\(field).\(place)"].map { t($0) } }

  private func kinds(_ t: Phrases) -> [(value: String, label: String)] {
    [(value: "", label: t("programme.kind.none"))]
      + Programme.Kind.allCases.map { (value: $0.rawValue, label: t("programme.kind.\($0.rawValue)")) }
  }

  private func buttons(_ t: Phrases) -> Node {
    div(.class("row part-buttons")) {
      if place > 0 { change("up", t) }
      if place + 1 < page.entered.rows.count { change("down", t) }
      change("out", t)
      if row.kind == Programme.Kind.introductions.rawValue { change("tables", t) }
    }
  }

  private func change(_ wish: String, _ t: Phrases) -> Node {
    button(
      .class("button quiet small"), .type("submit"), .name("change"), .value("\(wish).\(place)"),
      .aria(.label, t("programme.change.\(wish).label", ["number": t.number(place + 1)]))
    ) { t("programme.change.\(wish)") }
  }
}
