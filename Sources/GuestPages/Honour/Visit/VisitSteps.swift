import Acts
import Core
import Evening
import Foundation
import HTML
import House
import Records
import Site

/// Arriving, being late and leaving, one tap each, with the time left until then.
struct VisitSteps {
  let view: PersonalView
  let visit: HonourVisit

  func node(_ t: Phrases) -> Node {
    guard view.isConfirmed, let slot = visit.slot else { return .nothing }
    let standing = slot.standing(at: Moment(view.now))
    return div(.class("visit")) {
      p(.class("serif lead"), .role("status")) { VisitWords(standing: standing, lateness: slot.lateMinutes).text(t) }
      div(.class("actions")) {
        if view.hasDoor, standing != .gone { door(t) }
        if slot.arrivedAt != nil, standing != .gone { leave(t) }
      }
      LatenessForm(slot: slot, action: .lateness(view.token), now: view.now).node(t)
    }
  }

  /// Until an hour before, the guest may try out the door; after that, the page is for the door.
  var isDoorFirst: Bool {
    guard view.hasDoor, let slot = visit.slot else { return false }
    return view.party.stage == .open || slot.isNear(at: Moment(view.now))
  }

  private func door(_ t: Phrases) -> Node {
    let name = visit.honour.arrivedAt != nil ? "return" : isDoorFirst ? "arrive" : "tryDoor"
    return a(.class(isDoorFirst ? "button primary" : "button"), .href(Path.floor(view.token).text)) {
      t.icon("door")
      span { t("visit.\(name)") }
    }
  }

  private func leave(_ t: Phrases) -> Node {
    form(.method("post"), .action(Path.departure(view.token).text)) {
      button(.class("button"), .type("submit")) { t("visit.leave") }
    }
  }
}

/// “Zehn Minuten später”, and undoing it; from an hour before.
struct LatenessForm {
  let slot: HonourSlot
  let action: Path
  let now: Date

  func node(_ t: Phrases) -> Node {
    guard slot.takesLateness(at: Moment(now)) || slot.arrivedAt == nil && slot.lateMinutes > 0 else { return .nothing }
    return form(.class("actions"), .method("post"), .action(action.text)) {
      if slot.takesLateness(at: Moment(now)), slot.lateMinutes < HonourSlot.longestLateness {
        button(.class("button"), .type("submit"), .name("late"), .value("more")) {
          t(slot.lateMinutes == 0 ? "visit.late.first" : "visit.late.more")
        }
      }
      if slot.lateMinutes > 0 {
        button(.class("button quiet"), .type("submit"), .name("late"), .value("none")) { t("visit.late.none") }
      }
    }
  }
}

/// The time until the slot in days, hours or minutes, whichever is clearest.
struct VisitWords {
  let standing: HonourSlot.Standing
  let lateness: Int
  /// The guest of honour's name, where somebody else reads it; nil where they do.
  var honoured: String?

  func text(_ t: Phrases) -> String {
    if let honoured { return told(honoured, t) }
    return switch standing {
    case .ahead(let seconds): [t("visit.ahead", ["time": wait(seconds, t)]), late(t)].joined(separator: " ")
    case .overdue: t("visit.overdue")
    case .here(let seconds): t.count("visit.here", max(1, (seconds + 59) / 60))
    case .thanks: t("visit.timeIsUp")
    case .gone: t("visit.gone")
    }
  }

  private func told(_ name: String, _ t: Phrases) -> String {
    switch standing {
    case .ahead(let seconds): [t("assistant.ahead", ["time": wait(seconds, t)]), late(t)].joined(separator: " ")
    case .overdue: t("assistant.overdue", ["name": name])
    case .here, .thanks: t("assistant.here", ["name": name])
    case .gone: t("assistant.gone", ["name": name])
    }
  }

  private func wait(_ seconds: Int, _ t: Phrases) -> String {
    switch seconds {
    case (2 * 86_400)...: t.count("visit.days", seconds / 86_400)
    case (2 * 3600)...: t.count("visit.hours", seconds / 3600)
    default: t.count("visit.minutes", max(1, (seconds + 59) / 60))
    }
  }

  private func late(_ t: Phrases) -> String {
    lateness == 0 ? "" : t("visit.late.known", ["count": t.number(lateness)])
  }
}
