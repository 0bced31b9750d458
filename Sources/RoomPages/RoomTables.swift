import HTML
import House

/// The tables as a list: their topics, the people, the free places. The whole room can be used from here.
struct RoomTables {
  func node(_ t: Phrases) -> Node {
    section(.class("tables"), .id("tables"), .aria(.labelledBy, "tables-title")) {
      div(.class("pane-head")) {
        h2(.id("tables-title"), Attribute("tabindex", "-1")) { t("room.tables") }
        div(.class("segments only-phone"), .role("group"), .aria(.label, t("room.tables.as"))) {
          button(.type("button"), .data("data-do", "as"), .data("data-as", "list"), Attribute("aria-pressed", "true")) {
            t("room.tables.as.list")
          }
          button(
            .type("button"), .data("data-do", "as"), .data("data-as", "picture"), Attribute("aria-pressed", "false")
          ) {
            t("room.tables.as.picture")
          }
        }
      }
      div(.class("row round-now"), .id("round-now"), .hidden) {
        span(.id("round-word"))
        t.press("stay", "room.tables.stay", icon: "pin", .id("stay"), Attribute("aria-pressed", "false"))
      }
      div(.class("actions")) {
        t.press("somewhere", "room.tables.somewhere", style: "button small primary")
        t.press("free", "room.tables.free", style: "button small")
        t.press("undo", "room.tables.undo", icon: "undo", style: "button small", .id("undo"), .hidden)
      }
      ul(.class("table-list"), .id("table-list"))
      div(.class("on-the-way"), .id("on-the-way"), .hidden) {
        h3 { t("room.onTheWay") }
        ul(.class("people-row"), .id("on-the-way-list"))
      }
    }
  }
}

/// The room seen from above. It repeats the list for the eye, so screen readers skip it.
struct RoomPicture {
  func node(_ t: Phrases) -> Node {
    div(.class("picture"), .id("picture"), .aria(.hidden, "true")) {
      RoomWall.drawing
      div(.class("boards"), .id("boards"))
      div(.class("counter"), .id("counter")) { span { t("room.onTheWay") } }
    }
  }
}
