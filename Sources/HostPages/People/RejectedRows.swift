import Acts
import Core
import Formats
import HTML
import House
import Hummingbird
import NIOCore
import Records
import Site

/// The rows of a list that could not be read, each with its line and the reason.
package struct RejectedRows: Sendable {
  package let importing: ImportID
  package let rows: [ImportRow]
  let pager: Pager

  package init(importing: ImportID, rows: [ImportRow], pager: Pager) {
    self.importing = importing
    self.rows = rows
    self.pager = pager
  }

  func node(_ t: Phrases) -> Node {
    section(.class("card"), .aria(.labelledBy, "rejected")) {
      h2(.id("rejected")) { t("import.rejected.title") }
      p(.class("soft")) { t("import.rejected.hint", ["days": t.number(Import.keptDays)]) }
      table {
        caption(.class("visually-hidden")) { t("import.rejected.caption") }
        thead {
          tr {
            th(.scope("col"), .class("numeric")) { t("import.rejected.line") }
            th(.scope("col")) { t("import.rejected.reason") }
          }
        }
        tbody {
          for row in rows {
            tr {
              td(.class("numeric")) { t.number(row.line) }
              td {
                row.reason(t)
                if !row.cells.isEmpty {
                  br()
                  span(.class("soft small")) { row.excerpt }
                }
              }
            }
          }
        }
      }
      div(.class("pager")) {
        a(.class("button"), .href(Path.importRejected(importing).text)) {
          t.icon("download")
          t("import.rejected.download")
        }
        pager.node(t, label: t("import.rejected.pages")) {
          Path.importing(importing).query([("rejected", String($0))]) + "#rejected"
        }
      }
    }
  }
}

extension ImportRow {
  package func reason(_ t: Phrases) -> String { problem.map { t($0) } ?? "" }

  fileprivate var excerpt: String {
    let text = cells.map(\.tidied).filter { !$0.isEmpty }.joined(separator: " · ")
    return text.count > 120 ? text.prefix(120) + "…" : text
  }
}

/// The rejected rows as a file: line, reason, and the unchanged cells, with formulas defused.
struct RejectedRowsExport {
  let services: Services
  let importing: Import
  let phrases: Phrases

  var response: Response {
    let (services, id, t) = (services, importing.id, phrases)
    return .file(name: t("import.rejected.file"), type: "text/csv; charset=utf-8") { writer in
      var csv = CSVStream(t.language)
      try await writer.write(csv.rows([[t("import.rejected.line"), t("import.rejected.reason")]]))
      var last = 0
      while true {
        let after = last
        let rows = try await services.read {
          try ImportRowStore(connection: $0, importing: id).rows(.rejected, after: after, limit: 500)
        }
        guard let end = rows.last?.position else { break }
        last = end
        try await writer.write(csv.rows(rows.map { [String($0.line), $0.reason(t)] + $0.cells }))
      }
    }
  }
}
