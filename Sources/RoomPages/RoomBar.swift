import Core
import HTML
import House

/// The counter at the top: the evening's topic, a glass for each of its parts, and the time left.
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

/// On a phone, one thing at a time: the room, one's table, the notes.
struct RoomTabs {
  func node(_ t: Phrases) -> Node {
    nav(.class("room-tabs"), .aria(.label, t("room.tabs"))) {
      for name in ["tables", "table", "notes"] {
        button(.type("button"), .data("data-do", "tab"), .data("data-tab", name)) { t("room.tabs.\(name)") }
      }
    }
  }
}
