import HTML
import House
import Site

/// The participant's own table: the faces, the texts, the actions.
struct RoomTable {
  func node(_ t: Phrases) -> Node {
    section(.class("own"), .id("own"), .aria(.labelledBy, "own-title")) {
      div(.class("pane-head")) {
        h2(.id("own-title"), Attribute("tabindex", "-1"))
        div(.class("row own-actions"), .id("own-actions")) {
          small("topic", "pen", t)
          button(
            .type("button"), .class("button square"), .data("data-do", "privacy"), Attribute("aria-pressed", "false"),
            .aria(.label, t("room.own.private")), .title(t("room.own.private"))
          ) { t.icon("lock") }
          small("focus", "grow", t)
          small("step-away", "door", t)
        }
      }
      p(.class("soft"), .id("own-word"))
      ul(.class("faces"), .id("faces"))
      p(.class("soft small"), .id("sealed"), .hidden) { t("room.own.sealed") }
      div(.class("screen evening"), .id("screen"), .hidden) {
        element("video", [.id("screen-video"), Attribute("playsinline", nil), .aria(.labelledBy, "screen-word")])
        p(.class("small"), .id("screen-word"))
      }
    }
  }

  private func small(_ does: String, _ icon: String, _ t: Phrases) -> Node {
    let words = t("room.own.\(does)")
    return button(
      .type("button"), .class("button square"), .data("data-do", does), .aria(.label, words), .title(words)
    ) { t.icon(icon) }
  }
}

/// The writing at a table: text, the coaster, promises and cards.
struct RoomNotes {
  func node(_ t: Phrases) -> Node {
    section(.class("notes"), .id("notes"), .aria(.label, t("room.notes"))) {
      div(.class("segments"), .role("tablist"), .aria(.label, t("room.notes"))) {
        for name in ["text", "coaster", "cards"] { tab(name, t) }
      }
      panel("text", t) { text(t) }
      panel("coaster", t) { coaster(t) }
      panel("cards", t) { cards(t) }
    }
  }

  private func tab(_ name: String, _ t: Phrases) -> Node {
    let isFirst = name == "text"
    return button(
      .type("button"), .role("tab"), .id("tab-\(name)"), .aria(.controls, "panel-\(name)"),
      Attribute("aria-selected", isFirst ? "true" : "false"), Attribute("tabindex", isFirst ? "0" : "-1"),
      .data("data-do", "note"), .data("data-note", name)
    ) {
      t("room.notes.\(name)")
      span(.class("fresh"), .data("data-fresh", name), .hidden) {
        span(.class("visually-hidden")) { t("room.notes.fresh") }
      }
    }
  }

  private func panel(_ name: String, _ t: Phrases, @NodeBuilder content: () -> [Node]) -> Node {
    let more: [Attribute] = name == "text" ? [] : [.hidden]
    return element(
      "div",
      [.role("tabpanel"), .id("panel-\(name)"), .class("panel \(name)"), .aria(.labelledBy, "tab-\(name)")] + more,
      content: content)
  }

  @NodeBuilder private func text(_ t: Phrases) -> [Node] {
    ol(.class("sayings"), .id("sayings"), Attribute("tabindex", "0"), .aria(.label, t("room.notes.text")))
    t.line("say", label: "room.say.label", button: "room.send", limit: 1000)
    label(.class("tick captioning")) {
      input(.type("checkbox"), .id("captioning"))
      span(.title(t("room.captions.text"))) { t("room.captions") }
    }
    label(.class("tick captioning"), .id("dictation-choice"), .hidden) {
      input(.type("checkbox"), .id("dictation"))
      span { t("room.captions.dictation") }
    }
  }

  @NodeBuilder private func coaster(_ t: Phrases) -> [Node] {
    div(.class("coaster-paper paper")) {
      p(.class("small soft"), .id("coaster-word")) { t("room.coaster.text") }
      ul(.class("lines"), .id("lines"))
      t.line("coaster", label: "room.coaster.label", button: "room.coaster.write", limit: 280)
    }
  }

  @NodeBuilder private func cards(_ t: Phrases) -> [Node] {
    p(.class("small soft")) { t("room.cards.text") }
    ul(.class("kept"), .id("kept"))
  }
}
