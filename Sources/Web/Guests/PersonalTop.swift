import Core
import Foundation
import HTML

/// The paper on top once there is something more important than the letter: where the guest stands, and the date.
struct PersonalTop {
  let view: PersonalView
  /// Whether it lies on the picture and carries the page's title.
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
        DateBlock(start: date, minutes: view.minutes).node(t)
        if isDated { countdown(to: date, t) }
      }
      if let old = view.movedFrom, view.isOpen {
        p(.class("soft")) { t("guests.date.before", ["time": t.dayAndClock(old)]) }
      }
      words(t)
      if view.hasDoor { door(t) }
      if isDated && view.isConfirmed { CalendarLinks(view: view, isFirst: !isDoorOpen).node(t) }
      if isDated { ZoneChoice(view: view).node(t) }
    }
  }

  /// The date is what matters: the guest comes, or may come.
  private var isDated: Bool {
    view.date != nil && (view.situation == .yes || view.situation == .perhaps)
  }

  private var isDoorOpen: Bool { view.hasDoor && view.party.stage == .open }

  /// At most one tap to the lobby.
  private func door(_ t: Phrases) -> Node {
    div(.class("to-door")) {
      p(.class("small soft")) { t(isDoorOpen ? "guests.door.now" : "guests.door.before") }
      a(.class(isDoorOpen ? "button primary" : "button"), .href(Path.floor(view.token).text)) {
        t.icon("door")
        span { t("guests.door.in") }
      }
    }
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
    }
  }
}

extension PersonalTop {
  /// The string that says where they stand.
  private var text: String {
    let invitation = view.guest.invitation
    if view.situation == .yes, invitation.isByVote, !view.isConfirmed { return "guests.yes.byVote" }
    if view.situation == .no, invitation.asksAgain { return "guests.no.again" }
    return "guests.\(view.situation.rawValue).\(isDated ? "dated" : "text")"
  }
}

/// When it is: large and calm, with a coaster for the day.
struct DateBlock {
  let start: Date
  let minutes: Int

  func node(_ t: Phrases) -> Node {
    div(.class("date")) {
      div(.class("day"), .aria(.hidden, "true")) {
        span { zoned("weekday", t.part(start, .weekday)) }
        element("b", []) { zoned("number", t.part(start, .number)) }
        span { zoned("month", t.part(start, .month)) }
      }
      div {
        p(.class("at")) { zoned("date", t.day(start)) }
        p {
          SlotTime(start: start, minutes: minutes).clocks(t)
          ", "
          span(.class("soft")) {
            t("guests.zone.in") + " "
            span(Attribute("data-zone-name", nil)) { t.zoneName }
          }
        }
      }
    }
  }

  private func zoned(_ form: String, _ text: String) -> Node {
    SlotTime.zoned(start, form, text)
  }
}

/// A slot's times as `js/timezone.js` can write them again in the reader's zone.
struct SlotTime {
  let start: Date
  let minutes: Int

  func day(_ t: Phrases) -> Node { Self.zoned(start, "day", t.shortDay(start)) }

  @NodeBuilder func clocks(_ t: Phrases) -> [Node] {
    let end = start.addingTimeInterval(Double(minutes) * 60)
    Self.zoned(start, "time", t.clock(start))
    t.language == .german ? " bis " : " to "
    Self.zoned(end, "time", t.clock(end))
    if t.language == .german { " Uhr" }
  }

  static func zoned(_ time: Date, _ form: String, _ text: String) -> Node {
    element("time", [.datetime(LocalTime.machineText(time)), .data("data-zoned", form)]) { text }
  }
}
