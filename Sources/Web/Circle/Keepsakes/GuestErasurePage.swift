import Core
import HTML

/// Says what goes and what stays, before anything goes.
struct GuestErasurePage: Page {
  let topic: String
  let token: Token

  var chrome: Chrome { .guest }

  static var samples: [GuestErasurePage] {
    [GuestErasurePage(topic: "Coaching in Behörden", token: Token(bytes: Array(repeating: 7, count: 16)))]
  }

  func title(_ t: Phrases) -> String { t("erasure.guest.title") }

  func body(_ t: Phrases) -> Node {
    section(.class("letter over-scene"), .aria(.labelledBy, "top")) {
      h1(.id("top")) { title(t) }
      p { t("erasure.guest.text", ["topic": topic]) }
      p(.class("soft")) { t("erasure.guest.stays") }
      form(.class("actions"), .method("post"), .action(Path.guestErasure(token).text)) {
        button(.class("button danger"), .type("submit")) { t("erasure.guest.button") }
        a(.class("button quiet"), .href(Path.personal(token).text)) { t("erasure.guest.keep") }
      }
    }
  }
}
