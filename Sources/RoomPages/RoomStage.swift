import HTML
import House
import Records
import Site

/// One person speaks and all listen: the speaker, the time left, the next in line; and what the others can do without a
/// sound.
struct RoomStage {
  let facts: RoomFacts

  func node(_ t: Phrases) -> Node {
    section(.class("stage evening"), .id("stage"), .aria(.labelledBy, "stage-title"), .hidden) {
      h2(.id("stage-title"), .class("visually-hidden"), Attribute("tabindex", "-1")) { t("room.stage") }
      if !facts.question.isEmpty {
        p(.class("question paper"), .id("question"), .hidden) { facts.question }
      }
      p(.class("question paper"), .id("honour-question"), .role("status"), .hidden)
      ul(.class("spotlight"), .id("spotlight"), .aria(.labelledBy, "stage-word"))
      p(.class("stage-word"), .id("stage-word"))
      p(.class("stage-next"), .id("stage-next"))
      ul(.class("audience"), .id("audience"), .aria(.label, t("room.audience")))
      div(.class("actions stage-actions")) {
        t.press("ask-word", "room.stage.ask", icon: "hand", style: "button small", .id("ask-word"))
        t.press(
          "done-speaking", "room.stage.done", icon: "check", style: "button small primary", .id("done-speaking"),
          .hidden)
        t.press("pass-word", "room.stage.pass", style: "button small", .id("pass-word"), .hidden)
        t.press(
          "extend-speaker", "room.stage.extend", icon: "clock", style: "button small only-host", .id("extend-speaker"))
        t.press("next-speaker", "room.stage.next", icon: "right", style: "button small only-host", .id("next-speaker"))
        t.press("next-question", "room.stage.question", style: "button small primary only-host", .id("next-question"))
      }
      RoomReactions().node(t)
      div(.class("rising"), .id("rising"), .aria(.hidden, "true"))
    }
  }
}

/// Four things one can say without a sound.
struct RoomReactions {
  func node(_ t: Phrases) -> Node {
    div(.class("reactions"), .role("group"), .aria(.label, t("room.reactions"))) {
      for kind in ["clap", "smile", "nod", "heart"] {
        button(.type("button"), .data("data-do", "react"), .data("data-kind", kind), .title(t("room.react.\(kind)"))) {
          t.icon("react-\(kind)")
          span(.class("visually-hidden")) { t("room.react.\(kind)") }
        }
      }
    }
  }
}
