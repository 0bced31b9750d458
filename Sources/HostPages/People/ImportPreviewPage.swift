import Acts
import Core
import Formats
import Foundation
import HTML
import House
import Records
import Site

/// The understanding of a list, shown before anything is saved.
package struct ImportPreviewPage: Page {
  package let importing: Import
  /// The list created earlier from the same file.
  var earlier: PeopleList?
  package let people: [ImportRow]
  /// The positions of people already in the address book.
  package var known: Set<Int> = []
  let peoplePager: Pager
  var duplicates: [ImportDuplicate] = []
  /// The numbers of people who did not come or won't, according to the list.
  var absences: [Attendance: Int] = [:]
  var addresses = ImportAddresses()
  /// The first people who were on the list at the previous fetch and no longer are.
  var departed: [String] = []
  /// People who may be somebody known, and known people whose data differ.
  let likenesses: ImportLikenesses
  let differences: ImportDifferences
  package let rejected: RejectedRows

  init(
    importing: Import, earlier: PeopleList? = nil, people: [ImportRow], known: Set<Int> = [], peoplePager: Pager,
    duplicates: [ImportDuplicate] = [], absences: [Attendance: Int] = [:],
    addresses: ImportAddresses = ImportAddresses(),
    departed: [String] = [],
    likenesses: ImportLikenesses, differences: ImportDifferences, rejected: RejectedRows
  ) {
    self.importing = importing
    self.earlier = earlier
    self.people = people
    self.known = known
    self.peoplePager = peoplePager
    self.duplicates = duplicates
    self.absences = absences
    self.addresses = addresses
    self.departed = departed
    self.likenesses = likenesses
    self.differences = differences
    self.rejected = rejected
  }

  package var chrome: Chrome { .host(current: .people) }

  package func title(_ t: Phrases) -> String { t("import.ready.title") }

  package func body(_ t: Phrases) -> Node {
    group {
      head(t)
      if let earlier { earlierNotice(earlier, t) }
      counts(t)
      addresses.notice(t)
      if let layout = importing.layout {
        ImportColumns(importing: importing.id, layout: layout, charset: importing.correction?.charset).node(t)
      }
      if !duplicates.isEmpty || !rejected.rows.isEmpty {
        div(.class("columns even")) {
          if !duplicates.isEmpty { duplicateList(t) }
          if !rejected.rows.isEmpty { rejected.node(t) }
        }
      }
      if !departed.isEmpty { departures(t) }
      if !absences.isEmpty { ImportAbsences(importing: importing, counts: absences).node(t) }
      if !likenesses.shown.isEmpty { likenesses.node(t) }
      if !differences.shown.isEmpty { differences.node(t) }
      if !people.isEmpty { peopleTable(t) }
      actions(t)
    }
  }

  private func head(_ t: Phrases) -> Node {
    div(.class("page-head")) {
      BackLink(to: Path.newImport, t("import.ready.other")).node(t)
      h1 { title(t) }
      p(.class("lead")) {
        t(
          "import.ready.lead",
          ["file": importing.shownFile(t), "kind": t("import.kind.\(importing.kind?.rawValue ?? "table")")])
      }
      p(.class("soft")) {
        t(
          importing.occasion.told.kind == .none ? "import.ready.provenanceAlone" : "import.ready.provenance",
          [
            "occasion": importing.occasion.label(t), "source": importing.source.label(t),
            "list": t.listName(importing.listName),
          ])
      }
    }
  }

  private func earlierNotice(_ list: PeopleList, _ t: Phrases) -> Node {
    div(.class("notice"), .role("status")) {
      t.icon("info")
      p { t("import.ready.earlier", ["day": t.day(list.importedAt), "list": t.listName(list.name)]) }
    }
  }

  private func counts(_ t: Phrases) -> Node {
    let counts = importing.counts
    let facts = [
      ("people", counts.people), ("new", counts.people - counts.known), ("known", counts.known),
      ("merged", counts.merged), ("rejected", counts.rejected),
    ]
    return dl(.class("counts")) {
      for (key, count) in facts {
        div {
          dt { t("import.count.\(key)") }
          dd { t.number(count) }
        }
      }
    }
  }

  private func departures(_ t: Phrases) -> Node {
    section(.class("card"), .aria(.labelledBy, "departed")) {
      h2(.id("departed")) { t("import.departed.title") }
      p { t.list(departed) }
      p(.class("soft")) { t("import.departed.hint") }
    }
  }

  private func duplicateList(_ t: Phrases) -> Node {
    section(.class("card"), .aria(.labelledBy, "duplicates")) {
      h2(.id("duplicates")) { t("import.duplicates.title") }
      p(.class("soft")) { t("import.duplicates.hint") }
      ul(.class("plainlist tight")) {
        for duplicate in duplicates.prefix(10) {
          li {
            strong { duplicate.record.shownName }
            br()
            span(.class("soft small")) {
              t("import.duplicates.lines", ["lines": t.list(duplicate.lines.prefix(12).map { t.number($0) })])
            }
          }
        }
      }
      if importing.counts.merged > 10 {
        p(.class("soft small")) { t.count("import.duplicates.all", importing.counts.merged) }
      }
    }
  }

  private func peopleTable(_ t: Phrases) -> Node {
    section(.class("stack"), .aria(.labelledBy, "understood")) {
      h2(.id("understood")) { t("import.people.title") }
      PeopleTable.scroll(t("import.people.region")) {
        caption { t("import.people.caption", t.range(peoplePager)) }
        thead {
          tr {
            for key in ["name", "organisation", "email", "topics", "state"] {
              th(.scope("col")) { t("people.column.\(key)") }
            }
          }
        }
        tbody { for row in people { personRow(row, t) } }
      }
      div(.class("pager")) {
        span {}
        peoplePager.node(t, label: t("import.people.pages")) {
          Path.importing(importing.id).query([("page", String($0))]) + "#understood"
        }
      }
    }
  }

  private func personRow(_ row: ImportRow, _ t: Phrases) -> Node {
    tr {
      th(.scope("row")) { row.record.name.isEmpty ? t("people.nameless") : row.record.name }
      td { PeopleTable.work(row.record) }
      td {
        row.record.email
        if let problem = row.problem {
          if !row.record.email.isEmpty { br() }
          span(.class("soft small")) { t(problem) }
        }
      }
      td(.data("data-label", t("people.column.topics"))) { PeopleTable.topics(row.record.topics, t) }
      td {
        known.contains(row.position) ? t("import.people.known") : t("import.people.new")
        if let attendance = row.attendance {
          br()
          span(.class("soft small")) { t("import.attendance.\(attendance.rawValue)") }
        }
      }
    }
  }

  private func actions(_ t: Phrases) -> Node {
    div(.class("actions bar")) {
      let count = importing.counts.people - (importing.leavesOut ? absences.values.reduce(0, +) : 0)
      if count > 0 {
        form(.method("post"), .action(Path.importConfirmation(importing.id).text)) {
          button(.class("button primary"), .type("submit")) { t.count("import.ready.confirm", count) }
        }
      }
      form(.method("post"), .action(Path.importDiscard(importing.id).text)) {
        button(.class("button quiet"), .type("submit")) { t("import.ready.discard") }
      }
    }
  }
}
