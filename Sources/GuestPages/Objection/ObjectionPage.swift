import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// Explains what the button does and, once pressed, what has been done and how to take it back.
package struct ObjectionPage: Page {
  let view: Objection.View
  package let path: Path

  package init(view: Objection.View, path: Path) {
    self.view = view
    self.path = path
  }

  package var chrome: Chrome { .alone }

  package static var samples: [ObjectionPage] {
    let (time, token) = (Date(timeIntervalSince1970: 1_795_000_000), Token(bytes: Array(repeating: 3, count: 16)))
    let path = Path.objection(GuestID(at: time, random: (1, 1)), token)
    let views = [(false, false), (true, true), (true, false)].flatMap { hasObjected, canTakeBack in
      ["h.brandis@example.org", ""].map {
        Objection.View(address: $0, hasObjected: hasObjected, canTakeBack: canTakeBack)
      }
    }
    return views.map { ObjectionPage(view: $0, path: path) }
  }

  package func title(_ t: Phrases) -> String { t(view.hasObjected ? "objection.done.title" : "objection.title") }

  package func body(_ t: Phrases) -> Node {
    group {
      div(.class("page-head")) { h1 { title(t) } }
      if view.hasObjected { done(t) } else { ask(t) }
    }
  }

  /// An address to which nothing was sent is not on the list, and not shown.
  private var kind: String { view.address.isEmpty ? "here" : "text" }

  @NodeBuilder private func ask(_ t: Phrases) -> [Node] {
    p(.class("lead")) { t("objection.\(kind)", ["address": view.address]) }
    form(.class("actions"), .method("post"), .action(path.text)) {
      button(.class("button primary"), .type("submit")) { t("objection.button") }
    }
    p(.class("small soft")) { t("objection.once") }
  }

  @NodeBuilder private func done(_ t: Phrases) -> [Node] {
    div(.class("notice good"), .role("status")) {
      t.icon("check")
      p { t("objection.done.\(kind)", ["address": view.address]) }
    }
    if !view.address.isEmpty { p { t("objection.done.fingerprint") } }
    p(.class("small soft")) { t("objection.done.host") }
    if view.canTakeBack {
      form(.class("actions"), .method("post"), .action(path.text)) {
        button(.class("button quiet"), .type("submit"), .name("back"), .value("1")) { t("objection.back") }
      }
    }
    p(.class("small soft")) {
      t(
        view.canTakeBack ? "objection.back.hint" : "objection.back.late",
        ["days": t.number(Objection.daysToTakeBack)])
    }
  }
}
