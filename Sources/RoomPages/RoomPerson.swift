import HTML
import House

/// Somebody's card: who they are, the actions on them, and private messages.
struct RoomPerson {
  func node(_ t: Phrases) -> Node {
    dialog(.id("person"), .class("window card-paper paper"), .aria(.labelledBy, "person-name")) {
      div(.class("window-head")) {
        h2(.id("person-name"))
        t.close
      }
      p(.class("serif lead"), .id("person-line"))
      p(.class("soft"), .id("person-state"))
      dl(.class("facts"), .id("person-card"), .hidden)
      actions(t)
      promise(t)
      whisper(t)
      label(.class("volume"), .id("person-volume")) {
        span { t("room.person.volume") }
        input(.type("range"), .min("0"), .max("2"), .step("0.1"), .value("1"), .id("volume"))
      }
    }
  }

  private func actions(_ t: Phrases) -> Node {
    div(.class("actions"), .id("person-actions")) {
      t.press("person-clink", "room.person.clink", icon: "glass", style: "button small primary")
      t.press("person-card", "room.person.card", icon: "card")
      t.press("person-card-back", "room.person.cardBack", icon: "undo")
      for (does, icon) in [
        ("word", "hand"), ("give", "right"), ("mute", "mic-off"), ("backstage", "lock"), ("host", "lamp"),
      ] {
        t.press("person-\(does)", "room.person.\(does)", icon: icon, style: "button small only-host")
      }
      t.press("person-remove", "room.person.remove", style: "button small danger only-host")
    }
  }

  private func promise(_ t: Phrases) -> Node {
    form(.class("line"), .id("promise-form"), .data("data-do", "promise"), .method("dialog")) {
      label(.for("promise")) { t("room.person.promise") }
      input(
        .id("promise"), .name("text"), .type("text"), .maxlength("280"), .autocomplete("off"),
        .placeholder(t("room.person.promise.example")))
      button(.class("button small"), .type("submit")) { t("room.person.promise.send") }
    }
  }

  /// Only the two see it; the recipient can decline it for good.
  private func whisper(_ t: Phrases) -> Node {
    div(.class("tight"), .id("whisper-form")) {
      ul(.class("whispers"), .id("whispers"), .aria(.label, t("room.person.whisper")), .hidden)
      form(.class("line"), .data("data-do", "whisper"), .method("dialog")) {
        label(.for("whisper")) { t("room.person.whisper") }
        input(.id("whisper"), .name("text"), .type("text"), .maxlength("1000"), .autocomplete("off"))
        button(.class("button small"), .type("submit")) { t("room.send") }
      }
      label(.class("tick")) {
        input(.type("checkbox"), .id("hush"))
        span(.id("hush-word"))
      }
    }
  }
}
