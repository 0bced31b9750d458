import HTML
import House

/// The pieces of the host's table of meetings.
struct RoomMetShapes {
  func node(_ t: Phrases) -> Node {
    group {
      shape("column") {
        th(.scope("col")) {
          element("span", [.data("data-slot", "initials"), .aria(.hidden, "true")])
          t.slot("name", style: "visually-hidden")
        }
      }
      shape("row") { tr { th(.scope("row")) { t.slot("name") } } }
      shape("yes") { cell("✓", "room.met.yes", t, style: "yes") }
      shape("no") { cell("·", "room.met.no", t) }
    }
  }

  private func shape(_ name: String, @NodeBuilder content: () -> [Node]) -> Node {
    template(.id("shape-met-\(name)"), content: content)
  }

  private func cell(_ sign: String, _ key: String, _ t: Phrases, style: String = "no") -> Node {
    td(.class(style)) {
      span(.aria(.hidden, "true")) { sign }
      span(.class("visually-hidden")) { t(key) }
    }
  }
}
