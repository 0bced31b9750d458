import Core
import Foundation
import HTML
import House
import Records
import Site

/// Outside the door: who one is, how one takes part, and whether one is seen and heard.
struct RoomLobby {
  let facts: RoomFacts

  func node(_ t: Phrases) -> Node {
    section(.class("lobby"), .id("lobby"), .aria(.labelledBy, "lobby-title")) {
      div(.class("lobby-look")) {
        mirror(t)
        refusals(t)
        devices(t)
        if facts.isElsewhere { elsewhere(t) } else { line(t) }
      }
      form(.class("lobby-paper paper"), .id("arrival"), .method("dialog")) {
        p(.class("over")) { when(t) }
        p(.class("small soft"), .id("lobby-until"), .hidden)
        h2(.id("lobby-title")) { t("room.lobby.title") }
        who(t)
        drinks(t)
        modes(t)
        door(t)
      }
    }
  }

  private func when(_ t: Phrases) -> Node {
    guard let start = facts.start else { return group { t("room.lobby.noDate") } }
    return t.inZone(facts.zones).said { $0.dayAndClock(start, beside: t.zones[facts.zones.last ?? ""]) }
  }

  private func mirror(_ t: Phrases) -> Node {
    div(.class("mirror evening"), .id("mirror")) {
      element(
        "video", [.id("mirror-video"), .aria(.hidden, "true"), Attribute("playsinline", nil), Attribute("muted", nil)])
      div(.class("mirror-word"), .id("mirror-word")) {
        t.icon("camera")
        p { t("room.lobby.mirror") }
        t.press("open-devices", "room.lobby.open", style: "button primary")
      }
      div(.class("level")) {
        span(.id("level-label")) { t("room.lobby.level") }
        meter(.id("level"), .min("0"), .max("1"), .value("0"), .aria(.labelledBy, "level-label"))
      }
    }
  }

  /// Advice for a browser's refusal; one of these is shown.
  private func refusals(_ t: Phrases) -> Node {
    div(.class("refusal notice"), .id("refusal"), .role("alert"), .hidden) {
      t.icon("info")
      div(.class("tight")) {
        for code in ["denied", "none", "busy", "insecure", "unsupported"] {
          div(.data("data-refusal", code), .hidden) {
            strong { t("room.refusal.\(code).title") }
            p { t("room.refusal.\(code).text") }
          }
        }
        div(.class("actions")) {
          t.press("open-devices", "room.refusal.again")
          t.press("without-camera", "room.refusal.withoutCamera", style: "button small")
          t.press("only-listen", "room.refusal.listening", style: "button quiet small")
        }
      }
    }
  }

  private func devices(_ t: Phrases) -> Node {
    div(.class("devices"), .id("devices")) {
      for kind in ["camera", "microphone", "speaker"] {
        div(.class("field"), .data("data-device", kind), .hidden) {
          label(.for("device-\(kind)")) { t("room.device.\(kind)") }
          select(.id("device-\(kind)"), .data("data-choose", kind))
        }
      }
      div(.class("actions")) {
        t.press("test-speaker", "room.lobby.speaker", icon: "sound")
        label(.class("tick")) {
          input(.type("checkbox"), .id("economy"))
          span { t("room.lobby.economy") }
        }
      }
      p(.class("small soft"), .id("speaker-word"), .role("status"))
      RoomSoundChoices().node(t)
    }
  }

  /// The verdict on the line before the evening; the host sees it too.
  private func line(_ t: Phrases) -> Node {
    div(.class("tight"), .id("line-test")) {
      div(.class("actions")) {
        t.press("hear-myself", "room.line.hear", icon: "mic")
        t.press("test-line", "room.line.test", icon: "check")
      }
      p(.class("small soft")) { t("room.line.text", ["host": facts.hostName]) }
      div(.role("status")) { ul(.class("small"), .id("line-words")) }
    }
  }

  private func elsewhere(_ t: Phrases) -> Node {
    div(.class("notice")) {
      t.icon("screen")
      div(.class("tight")) {
        strong { t("room.elsewhere.title") }
        p { t("room.elsewhere.text") }
      }
    }
  }

  private func who(_ t: Phrases) -> Node {
    div(.class("fields")) {
      field("name", facts.profile.name, 80, t, .required, .autocomplete("name"))
      field("line", facts.profile.line, 120, t, .autocomplete("off"), .placeholder(t("room.lobby.line.example")))
    }
  }

  private func field(_ name: String, _ value: String, _ limit: Int, _ t: Phrases, _ more: Attribute...) -> Node {
    let attributes: [Attribute] =
      [.id("profile-\(name)"), .name(name), .type("text"), .value(value), .maxlength(String(limit))] + more
    return div(.class("field")) {
      label(.for("profile-\(name)")) { t("room.lobby.\(name)") }
      element(.void("input"), attributes)
    }
  }

  private func drinks(_ t: Phrases) -> Node {
    fieldset(.class("drinks")) {
      legend(.class("label")) { t("room.lobby.drink") }
      div(.class("shelf")) {
        for (index, drink) in Self.drinks.enumerated() { bottle(drink.name, drink.glass, index == 0, t) }
      }
      div(.class("other-drink")) {
        label(.for("profile-drink")) { t("room.lobby.drink.other") }
        input(
          .id("profile-drink"), .name("drink"), .type("text"), .maxlength("40"), .autocomplete("off"),
          .value(facts.profile.drink))
      }
    }
  }

  private func bottle(_ name: String, _ glass: String, _ isFirst: Bool, _ t: Phrases) -> Node {
    let word = t("room.drink.\(name)")
    let isChosen = facts.profile.drink.isEmpty ? isFirst : facts.profile.drink == word
    return label(.class("bottle")) {
      element(
        .void("input"), [.type("radio"), .name("glass"), .value(word)] + (isChosen ? [.checked] : []))
      t.icon("glass-\(glass)", style: "")
      span { word }
    }
  }

  /// Water comes first: it counts.
  static let drinks: [(name: String, glass: String)] = [
    ("water", "1"), ("wine", "4"), ("beer", "beer"), ("sparkling", "6"), ("cocktail", "3"), ("tea", "2"),
  ]

  private var usual: Participant.Mode { facts.isElsewhere ? .listening : .camera }

  private func modes(_ t: Phrases) -> Node {
    fieldset(.class("modes")) {
      legend(.class("label")) { t("room.mode") }
      for mode in Participant.Mode.allCases {
        label(.class("tick")) {
          element(
            .void("input"),
            [.type("radio"), .name("mode"), .value(mode.rawValue)] + (mode == usual ? [.checked] : []))
          span {
            t("room.mode.\(mode.rawValue)")
            small { t("room.mode.\(mode.rawValue).text") }
          }
        }
      }
    }
  }

  private func door(_ t: Phrases) -> Node {
    div(.class("door")) {
      div(.class("inside"), .id("lobby-inside"))
      p(.class("door-word"), .id("door-word"), .role("status"))
      // Changes with everybody who comes in, so it is placed where people look, and not announced each time.
      p(.class("door-word"), .id("door-company"))
      div(.class("actions")) {
        button(.class("button primary"), .type("submit"), .id("enter")) {
          t.icon("door")
          span(.id("enter-label")) { t("room.lobby.enter") }
        }
        t.press("open-doors", "room.lobby.openDoors", style: "button only-host")
        a(.class("button quiet"), .href(facts.back.text)) { t("room.back") }
      }
    }
  }
}
