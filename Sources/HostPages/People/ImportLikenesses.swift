import Acts
import Core
import HTML
import House
import Records
import Site

/// A row of a list beside the person it may be.
package struct ImportLikeness: Sendable, Equatable {
  package let row: ImportRow
  package let other: PersonRecord
  /// The other person's line in the list; nil for somebody in the address book.
  package var otherLine: Int?

  package init(row: ImportRow, other: PersonRecord, otherLine: Int? = nil) {
    self.row = row
    self.other = other
    self.otherLine = otherLine
  }
}

/// Asks whether rows of a list are people known by another spelling or address. Nobody is merged by name alone.
struct ImportLikenesses {
  let importing: ImportID
  let shown: [ImportLikeness]
  /// The total number.
  let total: Int

  static let size = 20

  func node(_ t: Phrases) -> Node {
    section(.class("card"), .aria(.labelledBy, "alike")) {
      h2(.id("alike")) { t.count("import.alike.title", total) }
      p(.class("soft")) { t("import.alike.hint") }
      form(.class("stack"), .method("post"), .action(Path.importLikenesses(importing).text)) {
        for likeness in shown { question(likeness, t) }
        div(.class("actions")) {
          button(.class("button"), .type("submit")) { t("import.alike.keep") }
          if total > shown.count { span(.class("small soft")) { t.count("import.alike.more", total - shown.count) } }
        }
      }
    }
  }

  private func question(_ likeness: ImportLikeness, _ t: Phrases) -> Node {
    let name = "alike\(likeness.row.position)"
    return fieldset(.class("alike")) {
      legend(.class("visually-hidden")) { t("import.alike.question", ["name": likeness.row.record.shownName]) }
      div(.class("columns even")) {
        side(t("import.alike.line", ["line": t.number(likeness.row.line)]), likeness.row.record)
        side(
          likeness.otherLine.map { t("import.alike.line", ["line": t.number($0)]) } ?? t("import.alike.book"),
          likeness.other)
      }
      div(.class("options")) {
        for answer in ["same", "apart"] {
          RadioLine(name: name, value: answer, isChosen: false, label: t("import.alike.\(answer)"), example: nil).node
        }
      }
    }
  }

  private func side(_ place: String, _ record: PersonRecord) -> Node {
    p {
      span(.class("small soft")) { place }
      br()
      strong { record.shownName }
      for text in [record.email, record.organisation, record.role] where !text.isEmpty && text != record.shownName {
        br()
        text
      }
    }
  }
}
