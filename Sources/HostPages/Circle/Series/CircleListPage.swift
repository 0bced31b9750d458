import Core
import HTML
import House
import Records
import Site

/// All circles of a host.
package struct CircleListPage: Page {
  package let circles: [CircleView]

  package init(circles: [CircleView]) {
    self.circles = circles
  }

  package var chrome: Chrome { .host(current: .circles) }

  package func title(_ t: Phrases) -> String { t("circle.all") }

  package func body(_ t: Phrases) -> Node {
    group {
      div(.class("page-head")) {
        h1 { title(t) }
        p(.class("lead")) { t(circles.isEmpty ? "circle.none" : "circle.all.lead") }
      }
      if circles.isEmpty {
        div(.class("actions")) { a(.class("button"), .href(Path.parties.text)) { t("parties.all") } }
      }
      ul(.class("parties")) {
        for view in circles {
          li {
            a(.class("plain"), .href(Path.circle(view.circle.id).text)) { h2 { view.circle.name } }
            p(.class("small soft")) { facts(view, t) }
          }
        }
      }
    }
  }

  private func facts(_ view: CircleView, _ t: Phrases) -> String {
    let evenings = t.count("circle.evenings.count", view.evenings.count { $0.party.isOver })
    let state = view.circle.endedAt == nil ? t("circle.rhythm.\(view.circle.rhythm.rawValue)") : t("circle.lead.ended")
    return evenings + " · " + state
  }
}
