import Core
import HTML

/// Where a host arrives: what is next, and what waits for whom.
struct HomePage: Page {
  let name: String

  var chrome: Chrome { .host(current: .home) }

  static var samples: [HomePage] { [HomePage(name: "Miriam Sander")] }

  func title(_ t: Phrases) -> String { t("frame.home") }

  func body(_ t: Phrases) -> Node {
    div(.class("page-head")) { h1 { t("home.welcome", ["name": name]) } }
  }
}
