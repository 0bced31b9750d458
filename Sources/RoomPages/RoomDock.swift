import Core
import HTML
import House
import Records
import Site

/// The controls a hand finds without looking: microphone, camera, hand, screen, glass; and the way out.
struct RoomDock {
  func node(_ t: Phrases) -> Node {
    footer(.class("dock evening"), .id("dock"), .hidden) {
      div(.class("dock-group")) {
        t.dock("mute", "room.dock.mute", icon: "mic", shortcut: "m", .id("mute"))
        t.dock("camera", "room.dock.camera", icon: "camera", shortcut: "v", .id("camera"))
        t.dock("share", "room.dock.share", icon: "screen", shortcut: "s", .id("share"))
      }
      div(.class("dock-group")) {
        t.dock("hand", "room.dock.hand", icon: "hand", shortcut: "h", .id("hand"), Attribute("aria-pressed", "false"))
        t.dock("glass", "room.dock.glass", icon: "glass", shortcut: "g", .id("raise"))
        RoomReactions().node(t)
      }
      div(.class("dock-group")) {
        t.dock("settings", "room.dock.settings", icon: "settings")
        t.dock("help", "room.dock.help", icon: "help", shortcut: "?")
        t.dock("leave", "room.dock.leave", icon: "door")
      }
    }
  }
}

/// Shown when the evening is over, for everybody or for oneself.
struct RoomEnding {
  let facts: RoomFacts

  func node(_ t: Phrases) -> Node {
    section(.class("ending"), .id("ending"), .aria(.labelledBy, "ending-title"), .hidden) {
      img(.src(t.picture("dusk.svg")), .alt(""))
      div(.class("ending-paper paper")) {
        h2(.id("ending-title"), Attribute("tabindex", "-1")) { t("room.ending") }
        for reason in ["ended", "left", "removed", "elsewhere", "invalid"] {
          div(.class("tight"), .data("data-ending", reason), .hidden) {
            p(.class("serif lead")) { t("room.ending.\(reason)") }
            p { t("room.ending.\(reason).text", ["host": facts.hostName]) }
          }
        }
        div(.class("actions")) {
          a(.class("button primary"), .href(facts.back.text), .id("ending-back")) { t("room.ending.back") }
          t.press("come-back", "room.ending.comeBack", .id("come-back"), .hidden)
          t.press("take-over", "room.ending.takeOver", .id("take-over"), .hidden)
        }
      }
    }
  }
}
