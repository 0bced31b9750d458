import Core
import HTML
import House

/// The counter on top: what the evening is about, a glass for each part of it, and the time that is left.
struct RoomBar {
  let facts: RoomFacts

  func node(_ t: Phrases) -> Node {
    header(.class("bar evening")) {
      div(.class("bar-title")) {
        h1 { facts.topic }
        p(.class("small soft"), .id("line-state")) { t("room.withHost", ["host": facts.hostName]) }
      }
      section(.class("programme"), .id("programme"), .aria(.label, t("room.programme")), .hidden) {
        ol(.class("arc"), .id("arc"))
        div(.class("part-now")) {
          strong(.id("part-name"))
          span(.id("part-left"), .class("numeric"), .role("timer"))
        }
        div(.class("passed"), .aria(.hidden, "true")) { span(.id("passed")) }
      }
      div(.class("bar-actions"), .id("bar-actions"), .hidden) {
        t.press("minute", "room.minute", icon: "clock", style: "button small only-part")
        t.press("people", "room.people", icon: "people", style: "button small", .aria(.controls, "people"))
        t.press(
          "hosting", "room.hosting", icon: "lamp", style: "button small primary only-host", .aria(.expanded, "false"),
          .aria(.controls, "hosting"))
      }
    }
  }
}

/// On a telephone one thing at a time: the room, one's table, what is written.
struct RoomTabs {
  func node(_ t: Phrases) -> Node {
    nav(.class("room-tabs"), .aria(.label, t("room.tabs"))) {
      for name in ["tables", "table", "notes"] {
        button(.type("button"), .data("data-do", "tab"), .data("data-tab", name)) { t("room.tabs.\(name)") }
      }
    }
  }
}
