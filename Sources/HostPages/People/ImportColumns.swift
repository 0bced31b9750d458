import Core
import Formats
import HTML
import House
import Records
import Site

/// The columns of a table with the roles they were given, for correction.
struct ImportColumns {
  let importing: ImportID
  let layout: ImportLayout
  /// The encoding chosen by the host.
  var charset: String?

  func node(_ t: Phrases) -> Node {
    form(.class("stack"), .method("post"), .action(Path.importColumns(importing).text)) {
      if let outline = layout.outline { ImportDoubts(outline: outline, chosen: charset).node(t) }
      if !layout.columns.isEmpty { columns(t) }
      div(.class("actions")) {
        button(.class("button"), .type("submit")) { t("import.columns.again") }
        if layout.outline?.isKnown == true {
          button(.class("button quiet"), .type("submit"), .name("guess"), .value("anew")) { t("import.columns.guess") }
        }
      }
      if layout.outline?.headerHash.isEmpty == false {
        p(.class("small soft")) { t("import.columns.remembered") }
      }
    }
  }

  private func columns(_ t: Phrases) -> Node {
    group {
      PeopleTable.scroll(t("import.columns.region")) {
        caption { t("import.columns.caption") }
        thead {
          tr {
            for key in ["column", "example", "meaning"] { th(.scope("col")) { t("import.columns.\(key)") } }
          }
        }
        tbody { for index in layout.columns.indices { row(index, t) } }
      }
      ChoiceField(
        name: "header", label: t("import.columns.headerRow"), options: headerRows(t), chosen: chosenHeader
      ).node
    }
  }

  private var chosenHeader: String {
    layout.outline?.headerLine.map(String.init) ?? (layout.hasHeader ? "yes" : "no")
  }

  private func headerRows(_ t: Phrases) -> [(value: String, label: String)] {
    var rows = (layout.outline?.top ?? []).filter { !$0.hash.isEmpty }.map { row in
      let cells = row.cells.filter { !$0.isEmpty }.prefix(4).joined(separator: " · ")
      return (value: String(row.line), label: t("import.columns.row", ["line": t.number(row.line), "cells": cells]))
    }
    if layout.hasHeader, !rows.contains(where: { $0.value == chosenHeader }) {
      rows.insert((chosenHeader, t("import.columns.header")), at: 0)
    }
    return rows + [("no", t("import.columns.noHeader"))]
  }

  private func row(_ index: Int, _ t: Phrases) -> Node {
    let letter = Self.letters(index)
    return tr {
      th(.scope("row")) {
        t("import.columns.name", ["letter": letter])
        if index < layout.header.count, !layout.header[index].isEmpty {
          br()
          span(.class("soft small")) { layout.header[index] }
        }
      }
      td(.data("data-label", t("import.columns.example"))) { example(index) }
      td {
        element("label", [.class("visually-hidden"), .for("column\(index)")]) {
          t("import.columns.label", ["letter": letter])
        }
        select(.id("column\(index)"), .name("column\(index)")) {
          for role in ColumnRole.allCases { choice(role, isChosen: role == layout.columns[index], t) }
        }
      }
    }
  }

  private func choice(_ role: ColumnRole, isChosen: Bool, _ t: Phrases) -> Node {
    let label = t("import.column.\(role.rawValue)")
    if isChosen { return option(.value(role.rawValue), .selected) { label } }
    return option(.value(role.rawValue)) { label }
  }

  private func example(_ index: Int) -> String {
    layout.sample.lazy.compactMap { $0.indices.contains(index) && !$0[index].isEmpty ? $0[index] : nil }.first ?? ""
  }

  /// The way spreadsheets name columns: A, B, … Z, AA.
  static func letters(_ index: Int) -> String {
    let last = String(UnicodeScalar(UInt8(65 + index % 26)))
    return index < 26 ? last : letters(index / 26 - 1) + last
  }
}
