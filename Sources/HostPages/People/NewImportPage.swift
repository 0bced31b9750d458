import Core
import Foundation
import HTML
import House
import Records
import Site

/// The page where a host uploads a list: the list, its occasion, the origin of the addresses, and the treatment of the
/// data.
package struct NewImportPage: Page {
  var entry = ImportEntry()
  package var occasions: [Occasion] = []
  let limits: Limits
  var errors = FieldErrors()

  package init(
    entry: ImportEntry = ImportEntry(), occasions: [Occasion] = [], limits: Limits, errors: FieldErrors = FieldErrors()
  ) {
    self.entry = entry
    self.occasions = occasions
    self.limits = limits
    self.errors = errors
  }

  /// The page's facts on size and retention.
  package struct Limits: Sendable {
    package let megabytes: Int
    package let retentionDays: Int
    package let silentRetentionDays: Int

    package init(_ settings: Settings) {
      self.init(
        megabytes: settings.uploadLimit, retentionDays: settings.retentionDays,
        silentRetentionDays: settings.silentRetentionDays)
    }

    package init(megabytes: Int, retentionDays: Int, silentRetentionDays: Int) {
      self.megabytes = megabytes
      self.retentionDays = retentionDays
      self.silentRetentionDays = silentRetentionDays
    }
  }

  package var chrome: Chrome { .host(current: .people) }
  package var modules: [String] { ["upload", "count", "paste", "place"] }
  package var keepsPlace: Bool { true }

  package func title(_ t: Phrases) -> String { t("import.new.title") }

  package func body(_ t: Phrases) -> Node {
    group {
      div(.class("page-head")) {
        BackLink(to: Path.people, t("people.title")).node(t)
        h1 { t("import.new.title") }
        p(.class("lead")) { t("import.new.lead") }
      }
      if !errors.isEmpty {
        div(.class("notice bad"), .role("alert")) {
          t.icon("warning")
          p { t("import.new.errors") }
        }
      }
      form(
        .class("form"), .method("post"), .action(Path.imports.text), .enctype("multipart/form-data"),
        .data("data-dirty", "")
      ) {
        div(.class("columns")) {
          div(.class("stack")) {
            ImportListFields(entry: entry, limits: limits, errors: errors).node(t)
            ImportOccasionFields(entry: entry, occasions: occasions, errors: errors).node(t)
            ImportSourceFields(entry: entry, errors: errors).node(t)
            div(.class("actions")) {
              button(.class("button primary"), .type("submit")) { t("import.new.submit") }
              span(.class("small soft")) { t("import.new.nothingSaved") }
            }
          }
          dataNotice(t)
        }
      }
    }
  }

  private func dataNotice(_ t: Phrases) -> Node {
    aside(.class("aside sticky"), .aria(.labelledBy, "data")) {
      h2(.id("data")) { t("import.data.title") }
      p(.class("small")) { t("import.data.provenance") }
      if limits.retentionDays > 0 {
        p(.class("small")) { t("import.data.retention", ["days": t.number(limits.retentionDays)]) }
      }
      if limits.silentRetentionDays > 0 {
        p(.class("small")) { t("import.data.silent", ["days": t.number(limits.silentRetentionDays)]) }
      }
      p(.class("small")) { t("import.data.objection") }
      p(.class("small")) { t("import.data.waiting", ["days": t.number(Import.keptDays)]) }
    }
  }
}

extension NewImportPage {
  package static var samples: [NewImportPage] {
    let limits = Limits(megabytes: 64, retentionDays: 90, silentRetentionDays: 180)
    var other = ImportEntry()
    other.source = ListSource.Kind.other.rawValue
    other.year = "next"
    return [
      NewImportPage(limits: limits),
      NewImportPage(occasions: [.sample], limits: limits),
      NewImportPage(
        entry: other, occasions: [.sample], limits: limits,
        errors: FieldErrors([
          "file": Message("import.error.nothing"), "occasionName": Message("import.error.occasionName"),
          "year": Message("import.error.year"), "sourceWords": Message("import.error.sourceWords"),
        ])),
    ]
  }
}
