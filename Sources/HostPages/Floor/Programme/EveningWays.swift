import Acts
import HTML
import House
import Site

/// The ways in which people reach each other: in this room, through the relay alone, or in another system.
struct EveningWays {
  let entered: ProgrammeEntry
  let errors: FieldErrors
  /// True if there is a relay that all connections can use.
  let hasRelay: Bool

  func node(_ t: Phrases) -> Node {
    section(.class("card"), .aria(.labelledBy, "ways")) {
      h2(.id("ways")) { t("programme.ways") }
      TextField(
        name: "meeting", label: t("programme.meeting"), value: entered.meeting, hint: t("programme.meeting.hint"),
        error: errors["meeting"].map { t($0) }, type: "url", more: [.maxlength("2000"), .placeholder("https://")]
      ).node
      if hasRelay { hiding(t) }
    }
  }

  private func hiding(_ t: Phrases) -> Node {
    label(.class("tick")) {
      element(
        .void("input"),
        [.type("checkbox"), .name("hidesAddresses"), .value("1")] + (entered.hidesAddresses ? [.checked] : []))
      span {
        t("programme.hidesAddresses")
        small { t("programme.hidesAddresses.hint") }
      }
    }
  }
}
