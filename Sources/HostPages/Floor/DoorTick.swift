import Core
import HTML
import House
import Records
import Site

/// A tick box: the door opens automatically at the party's time.
struct DoorTick {
  let party: Party
  /// The page to return to.
  let back: String

  func node(_ t: Phrases) -> Node {
    if party.isDone || party.stage == .open { return .nothing }
    return form(
      .class("form card"), .method("post"), .action(Path.doorOpening(party.id).text), .aria(.labelledBy, "door-itself")
    ) {
      h2(.id("door-itself")) { t("programme.itself.title") }
      input(.type("hidden"), .name("back"), .value(back))
      label(.class("tick")) {
        element(
          .void("input"),
          [.type("checkbox"), .name("itself"), .value("1")] + (party.opensItself ? [.checked] : []))
        span {
          t("programme.itself")
          small { t("programme.itself.hint") }
        }
      }
      div(.class("actions")) { button(.class("button"), .type("submit")) { t("guests.save") } }
    }
  }
}
