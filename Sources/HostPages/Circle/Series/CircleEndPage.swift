import Core
import HTML
import House
import Records
import Site

/// Explains what ending a series means, before it ends.
package struct CircleEndPage: Page {
  let view: CircleView

  package init(view: CircleView) {
    self.view = view
  }

  package var chrome: Chrome { .host(current: .circles) }
  package var isNarrow: Bool { true }

  package func title(_ t: Phrases) -> String { t("circle.end.title") }

  package func body(_ t: Phrases) -> Node {
    group {
      div(.class("page-head")) {
        BackLink(to: Path.circle(view.circle.id), view.circle.name).node(t)
        h1 { title(t) }
        p(.class("lead")) { t("circle.end.text") }
      }
      p { t("circle.end.farewell") }
      form(.class("actions"), .method("post"), .action(Path.circleEnd(view.circle.id).text)) {
        button(.class("button primary"), .type("submit"), .name("farewell"), .value("1")) { t("circle.end.withThanks") }
        button(.class("button"), .type("submit"), .name("farewell"), .value("0")) { t("circle.end.quietly") }
        a(.class("button quiet"), .href(Path.circle(view.circle.id).text)) { t("circle.end.keep") }
      }
    }
  }
}
