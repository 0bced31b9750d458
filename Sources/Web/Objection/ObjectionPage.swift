import Core
import Foundation
import HTML

/// Says what the button does, and after it what has been done.
struct ObjectionPage: Page {
  let address: String
  let isListed: Bool
  let path: Path

  var chrome: Chrome { .alone }

  static var samples: [ObjectionPage] {
    let (time, token) = (Date(timeIntervalSince1970: 1_795_000_000), Token(bytes: Array(repeating: 3, count: 16)))
    let path = Path.objection(GuestID(at: time, random: (1, 1)), token)
    return [false, true].map { ObjectionPage(address: "h.brandis@example.org", isListed: $0, path: path) }
  }

  func title(_ t: Phrases) -> String { t(isListed ? "objection.done.title" : "objection.title") }

  func body(_ t: Phrases) -> Node {
    group {
      div(.class("page-head")) { h1 { title(t) } }
      if isListed { done(t) } else { ask(t) }
    }
  }

  @NodeBuilder private func ask(_ t: Phrases) -> [Node] {
    p(.class("lead")) { t("objection.text", ["address": address]) }
    form(.class("actions"), .method("post"), .action(path.text)) {
      button(.class("button primary"), .type("submit")) { t("objection.button") }
    }
    p(.class("small soft")) { t("objection.once") }
  }

  @NodeBuilder private func done(_ t: Phrases) -> [Node] {
    div(.class("notice good"), .role("status")) {
      t.icon("check")
      p { t("objection.done.text", ["address": address]) }
    }
    p { t("objection.done.fingerprint") }
    p(.class("small soft")) { t("objection.done.host") }
  }
}
