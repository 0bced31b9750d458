import Core
import Foundation
import HTML
import House
import Records
import Site

/// The source of the host's busy times.
package struct BusyCard: Sendable {
  var source: BusyStore.Source?
  /// Input that could not be accepted.
  var typed = ""
  var error: Message?

  package init(source: BusyStore.Source? = nil, typed: String = "", error: Message? = nil) {
    (self.source, self.typed, self.error) = (source, typed, error)
  }

  func node(_ t: Phrases) -> Node {
    form(.class("form card"), .id("busy-calendar"), .method("post"), .action(Path.busyCalendar.text)) {
      h2 { t("busy.title") }
      p(.class("soft")) { t("busy.lead") }
      if let source { standing(source, t) }
      TextField(
        name: "calendar", label: t(source == nil ? "busy.address" : "busy.otherAddress"), value: typed,
        hint: t("busy.addressHint"), error: error.map { t($0) }, type: "url", more: [.maxlength("2000")]
      ).node
      div(.class("actions")) {
        button(.class("button"), .type("submit")) { t("busy.save") }
        if source != nil {
          button(.class("button quiet"), .type("submit"), .name("removed"), .value("1")) { t("busy.remove") }
        }
      }
    }
  }

  /// The address is a secret: its server alone is named.
  private func standing(_ source: BusyStore.Source, _ t: Phrases) -> Node {
    group {
      p { t("busy.from", ["server": URL(string: source.address)?.host() ?? ""]) }
      if !source.problem.isEmpty { p(.class("notice bad")) { t("busy.problem.\(source.problem)") } }
      if let read = source.readAt { p(.class("small soft")) { t.said { $0("busy.readAt", ["time": $0.stamp(read)]) } } }
    }
  }
}
