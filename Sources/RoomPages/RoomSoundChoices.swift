import HTML
import House

/// The browser's options for a voice, and for opening the microphone: the same outside the door as in mid-evening.
struct RoomSoundChoices {
  func node(_ t: Phrases) -> Node {
    details(.class("sound-choices")) {
      summary { t("room.sound") }
      tick("noise", isOn: true, t)
      tick("echo", isOn: true, t)
      tick("push-to-talk", isOn: false, t)
      tick("blur", isOn: false, t, .id("blur-choice"), .hidden)
      t.press("pick-speaker", "room.sound.pickSpeaker", icon: "sound", .hidden)
    }
  }

  private func tick(_ name: String, isOn: Bool, _ t: Phrases, _ more: Attribute...) -> Node {
    element("label", [.class("tick")] + more) {
      element(.void("input"), [.type("checkbox"), .id(name)] + (isOn ? [.checked] : []))
      span {
        t("room.sound.\(name)")
        small { t("room.sound.\(name).text") }
      }
    }
  }
}
