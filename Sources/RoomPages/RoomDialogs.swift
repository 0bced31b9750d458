import Core
import Evening
import Foundation
import HTML
import House

/// Windows over the room: everybody, the programme's parts, the keys, and the questions before something ends.
struct RoomDialogs {
  let facts: RoomFacts

  func node(_ t: Phrases) -> Node {
    group {
      RoomPerson().node(t)
      t.window("people", "room.people") { ul(.class("people-list"), .id("people-list")) }
      t.window("glass", "room.glass", style: "small-window") {
        p(.class("soft")) { t("room.glass.text") }
        ul(.class("people-row"), .id("glass-list"))
      }
      topic(t)
      settings(t)
      help(t)
      RoomArc().node(t)
      missed(t)
      sure("leave", t)
      sure("end", t)
      sure("remove", t)
    }
  }

  private func topic(_ t: Phrases) -> Node {
    t.window("topic", "room.topic", style: "small-window") {
      form(.class("form"), .data("data-do", "topic"), .method("dialog")) {
        div(.class("field")) {
          label(.for("topic-text")) { t("room.topic.label") }
          input(.id("topic-text"), .name("text"), .type("text"), .maxlength("80"), .autocomplete("off"))
        }
        button(.class("button primary"), .type("submit")) { t("room.topic.save") }
      }
    }
  }

  private func settings(_ t: Phrases) -> Node {
    t.window("settings", "room.settings") {
      div(.id("settings-devices"))
      fieldset(.class("modes")) {
        legend(.class("label")) { t("room.mode") }
        for mode in Participant.Mode.allCases {
          label(.class("tick")) {
            input(.type("radio"), .name("mode-now"), .value(mode.rawValue))
            span { t("room.mode.\(mode.rawValue)") }
          }
        }
      }
      tick("self-view", "room.settings.selfView", isOn: true, t)
      tick("sounds", "room.settings.sounds", isOn: true, t)
      tick("murmur", "room.settings.murmur", isOn: true, t)
      tick("hush-all", "room.settings.whispers", isOn: true, t)
      p(.class("small soft"), .id("spoken"))
    }
  }

  private func tick(_ id: String, _ key: String, isOn: Bool, _ t: Phrases) -> Node {
    label(.class("tick")) {
      element(.void("input"), [.type("checkbox"), .id(id)] + (isOn ? [.checked] : []))
      span { t(key) }
    }
  }

  private func help(_ t: Phrases) -> Node {
    t.window("help", "room.help") {
      dl(.class("keys")) {
        for key in ["m", "v", "s", "h", "b", "g", "t", "c", "l", "?"] {
          dt { element("kbd", []) { key } }
          dd { t(key == "?" ? "room.help.help" : "room.help.\(key)") }
        }
      }
      tick("keys", "room.help.keys", isOn: true, t)
    }
  }

  private func missed(_ t: Phrases) -> Node {
    t.window("missed", "room.missed", style: "card-paper paper small-window") {
      ul(.class("missed"), .id("missed-lines"))
      t.press("close", "room.missed.close", style: "button primary")
    }
  }

  private func sure(_ name: String, _ t: Phrases) -> Node {
    t.window("sure-\(name)", "room.sure.\(name)", style: "small-window") {
      p(.id("sure-\(name)-text")) { t("room.sure.\(name).text") }
      div(.class("actions")) {
        t.press("sure-\(name)", "room.sure.\(name).yes", style: "button danger")
        if name == "leave" { t.press("pause", "room.sure.leave.pause", style: "button") }
        t.press("close", "room.sure.\(name).no", style: "button quiet")
      }
    }
  }
}

/// The parts of the evening, editable before and during it.
struct RoomArc {
  func node(_ t: Phrases) -> Node {
    t.window("arc-window", "room.arc") {
      div(.class("row")) {
        span(.class("soft")) { t("room.arc.presets") }
        for minutes in [45, 60, 90] {
          button(
            .type("button"), .class("button small"), .data("data-do", "preset"), .data("data-parts", parts(minutes))
          ) {
            t("room.arc.preset", ["minutes": String(minutes)])
          }
        }
      }
      form(.class("form"), .id("arc-form"), .data("data-do", "save-arc"), .method("dialog")) {
        ol(.class("arc-rows"), .id("arc-rows"))
        div(.class("actions")) {
          t.press("add-part", "room.arc.add", icon: "plus")
          button(.class("button primary"), .type("submit")) { t("room.arc.save") }
          span(.class("soft"), .id("arc-sum"), .role("status"))
        }
      }
    }
  }

  /// As JSON for the editor's rows.
  private func parts(_ minutes: Int) -> String {
    let parts = try? JSONEncoder().encode(Programme.preset(minutes: minutes).parts)
    return parts.map { String(decoding: $0, as: UTF8.self) } ?? "[]"
  }
}
