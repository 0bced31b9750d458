import Core
import HTML
import House
import Records
import Site

/// Explains what is erased and what stays, before anything is erased.
package struct GuestErasurePage: Page {
  package let topic: String
  package let token: Token

  package init(topic: String, token: Token) {
    self.topic = topic
    self.token = token
  }

  package var chrome: Chrome { .guest }

  package static var samples: [GuestErasurePage] {
    [GuestErasurePage(topic: "Coaching in Behörden", token: Token(bytes: Array(repeating: 7, count: 16)))]
  }

  package func title(_ t: Phrases) -> String { t("erasure.guest.title") }

  package func body(_ t: Phrases) -> Node {
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
