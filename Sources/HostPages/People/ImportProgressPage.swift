import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// Shown while a list is read or saved. The host may leave.
package struct ImportProgressPage: Page {
  package let importing: Import

  package init(importing: Import) {
    self.importing = importing
  }

  package var chrome: Chrome { .host(current: .people) }
  package var isNarrow: Bool { true }
  package var refresh: Int? { 3 }
  package var modules: [String] { ["progress"] }

  package static var samples: [ImportProgressPage] {
    [.reading, .saving].map { ImportProgressPage(importing: .sample($0)) }
  }

  package func title(_ t: Phrases) -> String { t("import.\(importing.state.rawValue).title") }

  package func body(_ t: Phrases) -> Node {
    group {
      div(.class("page-head")) {
        h1 { title(t) }
        p(.class("lead")) { importing.shownFile(t) }
      }
      section(.class("card"), .aria(.labelledBy, "how")) {
        h2(.id("how")) { t("import.progress.title") }
        element(
          "progress",
          [
            .id("bar"), .max("100"), .value(String(importing.percent)), .aria(.labelledBy, "how"),
            .data("data-progress", Path.importProgress(importing.id).text),
          ]
        ) { "\(t.number(importing.percent)) %" }
        p(.class("soft"), .role("status"), .data("data-progress-text", "")) { importing.progressText(t) }
      }
      p(.class("soft")) { t("import.progress.leave") }
      div(.class("actions")) {
        a(.class("button"), .href(Path.people.text)) { t("import.progress.people") }
        if importing.state == .reading {
          form(.method("post"), .action(Path.importDiscard(importing.id).text)) {
            button(.class("button quiet"), .type("submit")) { t("import.progress.stop") }
          }
        }
      }
    }
  }
}

/// A list that can't be read, with the reason.
package struct ImportFailedPage: Page {
  package let importing: Import

  package init(importing: Import) {
    self.importing = importing
  }

  package var chrome: Chrome { .host(current: .people) }
  package var isNarrow: Bool { true }

  package static var samples: [ImportFailedPage] { [ImportFailedPage(importing: .sample(.failed))] }

  package func title(_ t: Phrases) -> String { t("import.failed.title") }

  package func body(_ t: Phrases) -> Node {
    group {
      div(.class("page-head")) {
        h1 { title(t) }
        p(.class("lead")) { importing.shownFile(t) }
      }
      div(.class("notice bad"), .role("alert")) {
        t.icon("warning")
        p { importing.problem.map { t($0) } ?? t("import.problem.internal") }
      }
      p(.class("soft")) { t("import.failed.hint") }
      div(.class("actions")) {
        form(.method("post"), .action(Path.importDiscard(importing.id).text)) {
          button(.class("button primary"), .type("submit")) { t("import.failed.again") }
        }
        a(.class("button quiet"), .href(Path.people.text)) { t("import.progress.people") }
      }
    }
  }
}

extension Import {
  func shownFile(_ t: Phrases) -> String { fileName.isEmpty ? t("import.pasted") : fileName }
}
