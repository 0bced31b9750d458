import Core
import HTML
import House
import Records
import Site

/// The address that the host's calendar program subscribes to.
struct CalendarFeedCard {
  /// Nil if there is none.
  let address: String?

  func node(_ t: Phrases) -> Node {
    section(.class("card stack"), .id("calendar-feed"), .aria(.labelledBy, "calendar-feed-title")) {
      h2(.id("calendar-feed-title")) { t("calendar.feed.title") }
      p(.class("soft")) { t("calendar.feed.lead") }
      if let address {
        p(.class("copied"), .id("calendar-feed-address")) { address }
        div(.class("actions")) {
          button(
            .class("button"), .type("button"), .data("data-copy", "calendar-feed-address"),
            .data("data-copied", t("guest.link.copied")), .hidden
          ) {
            t.icon("copy")
            span(Attribute("data-label", nil)) { t("calendar.feed.copy") }
          }
        }
        p(.class("hint")) { t("calendar.feed.secret") }
      }
      form(.class("actions"), .method("post"), .action(Path.calendarFeedSettings.text)) {
        step("renew", address == nil ? "calendar.feed.make" : "calendar.feed.renew", t)
        if address != nil { step("revoke", "calendar.feed.revoke", t) }
      }
    }
  }

  private func step(_ value: String, _ key: String, _ t: Phrases) -> Node {
    button(.class("button small"), .type("submit"), .name("step"), .value(value)) { t(key) }
  }
}
