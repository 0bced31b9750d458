import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// The paper at the top once something matters more than the letter: the guest's status, and the date.
struct PersonalTop {
  let view: PersonalView
  /// True if it lies on the picture and bears the page's title.
  var isFirst = true

  func title(_ t: Phrases) -> String {
    if view.situation == .asked { return view.letter?.subject ?? view.party.substance.topic }
    if isDated { return view.party.substance.topic }
    return t("guests.\(view.situation.rawValue).title")
  }

  func node(_ t: Phrases) -> Node {
    section(.class(style), .aria(.labelledBy, "top")) {
      p(.class("over")) { over(t) }
      if isFirst {
        h1(.id("top")) { title(t) }
      } else {
        h2(.id("top")) { t("guests.date.title") }
      }
      if let date = view.date {
        DateBlock(start: date, minutes: view.minutes, host: view.party.zone).node(t)
        if isDated { countdown(to: date, t) }
      }
      if let old = view.movedFrom, view.isOpen {
        p(.class("soft")) { DateBlock.before(old, host: view.party.zone, t) }
      }
      words(t)
      if view.hasDoor { door(t) }
      if isDated && view.isConfirmed { CalendarLinks(view: view, isFirst: !isDoorOpen).node(t) }
      // Already while they are asked: the answer remembers the zone in which the date was read.
      if view.date != nil && mayStillCome { ZoneChoice(view: view).node(t) }
    }
  }

  /// The date matters most: the guest comes, or may come.
  private var isDated: Bool {
    view.date != nil && (view.situation == .yes || view.situation == .perhaps)
  }

  private var mayStillCome: Bool { [.asked, .yes, .perhaps, .waiting].contains(view.situation) }

  private var isDoorOpen: Bool { view.hasDoor && view.party.stage == .open }

  /// At most one tap to the lobby.
  private func door(_ t: Phrases) -> Node {
    div(.class("to-door")) {
      p(.class("small soft")) { t("guests.door.\(doorState)", ["host": view.host.name]) }
      a(.class(isDoorOpen ? "button primary" : "button"), .href(Path.floor(view.token).text)) {
        t.icon("door")
        span { t("guests.door.in") }
      }
      if isTestTime { a(.href(Path.floor(view.token).text + "#line-test")) { t("guests.door.test") } }
      if isTestTime, let result = view.lineTest { tested(result, t) }
    }
  }

  /// The finding of their latest test, with the one thing to try.
  private func tested(_ result: LineTestStore.Result, _ t: Phrases) -> Node {
    let lines = [
      t("line.verdict.\(result.test.verdict.rawValue)"), result.test.advice.map { t("line.advice.\($0.rawValue)") },
    ]
    return p(.class("small soft")) {
      lines.compactMap(\.self).joined(separator: " ") + " "
      t.said { $0("guests.door.tested", ["time": $0.stamp(result.at)]) }
    }
  }

  /// From the day before, if there is a relay to test, until the door opens.
  private var isTestTime: Bool {
    view.date.map { $0.addingTimeInterval(-86_400) <= view.now } ?? false && !isDoorOpen
  }

  /// The host opens the door; once the time is past, it says so instead of promising that it will be opened.
  private var doorState: String {
    if isDoorOpen { return "now" }
    if view.date.map({ $0 <= view.now }) ?? false { return "late" }
    return view.party.opensItself ? "itself" : "before"
  }

  /// Filled by `js/countdown.js`, in the words of the browser.
  private func countdown(to date: Date, _ t: Phrases) -> Node {
    p(
      .class("soft"), .data("data-countdown", LocalTime.machineText(date)),
      .data("data-text", t("guests.countdown", ["when": "#"])), .hidden)
  }

  private var style: String {
    "letter" + (isFirst ? " ring over-scene" : "") + (view.situation == .cancelled ? " struck" : "")
  }

  private func over(_ t: Phrases) -> String {
    if view.movedFrom != nil && view.isOpen && view.date != nil { return t("guests.date.moved") }
    if view.situation == .asked { return t("guests.date.over") }
    if isDated && view.situation == .yes { return t("guests.date.confirmed") }
    return t("guests.\(view.situation.rawValue).over")
  }

  private func words(_ t: Phrases) -> Node {
    let facts = ["host": view.host.name]
    return div(.class("words")) {
      if view.situation == .cancelled, !view.party.cancelReason.isEmpty {
        p { t("guests.cancelled.reason", ["reason": view.party.cancelReason, "host": view.host.name]) }
      }
      if view.situation != .asked { p { t(text, facts) } }
      if view.isOpen, view.guest.isAnsweredByHost {
        p(.class("notice")) {
          t(
            "guests.entered",
            ["host": view.host.name, "answer": t("guests.answer.\(view.guest.invitation.answer?.rawValue ?? "")")])
        }
      }
    }
  }
}

extension PersonalTop {
  /// The string that states their status.
  private var text: String {
    let invitation = view.guest.invitation
    if view.situation == .yes, invitation.isByVote, !view.isConfirmed { return "guests.yes.byVote" }
    if view.situation == .no, invitation.asksAgain { return "guests.no.again" }
    return "guests.\(view.situation.rawValue).\(isDated ? "dated" : "text")"
  }
}
