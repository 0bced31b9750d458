import Core
import HTML
import House

/// The host's own controls: doors, the programme, people standing alone, an announcement, the end.
struct RoomHosting {
  func node(_ t: Phrases) -> Node {
    aside(.class("hosting"), .id("hosting"), .aria(.labelledBy, "hosting-title"), .hidden) {
      div(.class("window-head")) {
        h2(.id("hosting-title"), Attribute("tabindex", "-1")) { t("room.hosting") }
        t.close
      }
      part("doors", t) { doors(t) }
      part("programme", t) { programme(t) }
      part("honour", t) { t.press("honour-later", "room.hosting.honourLater", icon: "clock") }
      part("all", t) { all(t) }
      part("alone", t) {
        ul(.class("hosted"), .id("alone"))
        p(.class("soft small"), .id("nobody-alone")) { t("room.hosting.nobodyAlone") }
      }
      part("order", t) { order(t) }
      part("quiet", t) { ul(.class("hosted"), .id("quiet")) }
      part("rounds", t) { rounds(t) }
      part("met", t) { met(t) }
      part("way", t) { p(.class("small soft"), .id("way-word")) }
      part("end", t) { t.press("end", "room.hosting.endButton", style: "button small danger") }
    }
  }

  private func part(_ name: String, _ t: Phrases, @NodeBuilder content: () -> [Node]) -> Node {
    div(.class("hosting-part"), .id("hosting-\(name)"), .role("group"), .aria(.labelledBy, "hosting-\(name)-title")) {
      h3(.id("hosting-\(name)-title")) { t("room.hosting.\(name)") }
      content()
    }
  }

  @NodeBuilder private func doors(_ t: Phrases) -> [Node] {
    div(.class("segments"), .role("group"), .aria(.labelledBy, "hosting-doors-title")) {
      for state in ["closed", "knock", "open"] {
        button(
          .type("button"), .data("data-do", "doors"), .data("data-state", state), Attribute("aria-pressed", "false")
        ) { t("room.doors.\(state)") }
      }
    }
    ul(.class("hosted"), .id("waiting"))
  }

  @NodeBuilder private func programme(_ t: Phrases) -> [Node] {
    p(.class("small soft"), .id("hosting-part"))
    div(.class("actions")) {
      t.press("next-part", "room.hosting.next", icon: "right", style: "button small primary", .id("next-part"))
      t.press("extend", "room.hosting.extend")
      t.press("hold", "room.hosting.hold", .id("hold"), Attribute("aria-pressed", "false"))
      t.press("arc", "room.hosting.arc", icon: "pen")
    }
    div(.class("hint tight"), .id("long-introductions"), .hidden) {
      p(.class("small"), .id("long-word"))
      t.press("at-tables", "room.hosting.atTables")
    }
  }

  @NodeBuilder private func all(_ t: Phrases) -> [Node] {
    t.press("tap-glass", "room.hosting.glass", icon: "glass", .id("tap-glass"), Attribute("aria-pressed", "false"))
    t.press("set-murmur", "room.hosting.murmur", icon: "sound", .id("set-murmur"), Attribute("aria-pressed", "false"))
    t.line("announce", label: "room.hosting.message", button: "room.send", limit: 280)
  }

  /// Raised hands, and tables whose microphones can be closed at once.
  @NodeBuilder private func order(_ t: Phrases) -> [Node] {
    ul(.class("hosted"), .id("raised"))
    p(.class("soft small"), .id("no-hands")) { t("room.hosting.noHands") }
    t.press("lower-hands", "room.hosting.lowerHands", icon: "hand", .id("lower-hands"), .hidden)
    ul(.class("hosted"), .id("loud-tables"))
  }

  @NodeBuilder private func rounds(_ t: Phrases) -> [Node] {
    p(.class("small soft"), .id("rounds-word")) { t("room.rounds.text") }
    form(.class("rounds-form"), .id("rounds"), .data("data-do", "rounds"), .method("dialog")) {
      number("count", 3, 1...10, t)
      number("minutes", 6, 3...30, t)
      button(.class("button small"), .type("submit"), .id("start-rounds")) { t("room.rounds.start") }
      t.press("end-rounds", "room.rounds.end", .id("end-rounds"), .hidden)
    }
    p(.class("small"), .id("staying"), .role("status"))
  }

  /// The pairs who have not met: a sentence, and a table with everybody.
  @NodeBuilder private func met(_ t: Phrases) -> [Node] {
    p(.class("small"), .id("met-word"), .role("status"))
    details {
      summary { t("room.met.table") }
      div(.class("met"), Attribute("tabindex", "0"), .role("region"), .aria(.labelledBy, "hosting-met-title")) {
        table {
          thead { tr(.id("met-columns")) }
          tbody(.id("met-rows"))
        }
      }
    }
  }

  private func number(_ name: String, _ value: Int, _ range: ClosedRange<Int>, _ t: Phrases) -> Node {
    div(.class("field")) {
      label(.for("rounds-\(name)")) { t("room.rounds.\(name)") }
      input(
        .type("number"), .id("rounds-\(name)"), .name(name), .value(String(value)), .min(String(range.lowerBound)),
        .max(String(range.upperBound)))
    }
  }
}
