import Core
import Foundation
import HTML
import House
import Records
import Site

/// The doors: open them, go in, end the evening.
struct EveningDoors {
  let party: Party
  let now: Date

  func node(_ t: Phrases) -> Node {
    section(.class("next"), .aria(.labelledBy, "doors")) {
      t.icon("lamp", style: "lamp")
      t.icon("mark", style: "table")
      p(.class("over")) { t("programme.doors") }
      h2(.id("doors")) { t("programme.doors.\(state)") }
      p { t.said(text) }
      if party.isMeeting { actions(t) }
    }
  }

  private var state: String {
    switch party.stage {
    case .open: "open"
    case .scheduled: "scheduled"
    default: "undated"
    }
  }

  private func text(_ t: Phrases) -> String {
    guard party.stage == .scheduled, let start = party.start else { return t("programme.doors.\(state).text") }
    let time = ["time": t.inZone(party.zone).dayAndClock(start)]
    if party.opensItself, !party.hasBegun(at: now) { return t("programme.doors.scheduled.itself", time) }
    if party.hasBegun(at: now) { return t("programme.doors.scheduled.late", time) }
    return t(isHour ? "programme.doors.scheduled.on" : "programme.doors.scheduled.early", time)
  }

  /// The doors open at most an hour before.
  private var isHour: Bool { party.clock.map { $0.opensAt <= now } ?? true }

  private func actions(_ t: Phrases) -> Node {
    group {
      div(.class("actions")) {
        if party.stage == .scheduled {
          if isHour { doors(.open, "button primary", t) }
          a(.class("button quiet"), .href(Path.floor(party.id).text)) { t("programme.doors.look") }
        } else {
          a(.class("button primary"), .href(Path.floor(party.id).text)) { t("programme.doors.in") }
          doors(.knock, "button quiet", t)
        }
      }
      if party.stage == .open { farewell(t) }
      if party.hasBegun(at: now) { NoShow(party: party).node(t) }
    }
  }

  private func doors(_ state: Doors, _ style: String, _ t: Phrases) -> Node {
    form(.method("post"), .action(Path.doors(party.id).text)) {
      button(.class(style), .type("submit"), .name("state"), .value(state.rawValue)) {
        t("programme.doors.set.\(state.rawValue)")
      }
    }
  }

  private func farewell(_ t: Phrases) -> Node {
    details {
      summary { t("programme.farewell") }
      form(.method("post"), .action(Path.farewell(party.id).text)) {
        p { t("programme.farewell.text") }
        div(.class("actions")) { button(.class("button danger"), .type("submit")) { t("programme.farewell.button") } }
      }
    }
  }
}
