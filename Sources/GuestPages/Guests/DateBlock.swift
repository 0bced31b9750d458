import Core
import Foundation
import HTML
import House
import Records
import Site

/// The date: large and calm, with a coaster for the day, in the reader's zone; the host's time is beside it if clocks
/// differ.
struct DateBlock {
  let start: Date
  let minutes: Int
  /// The name of the host's zone.
  let host: String

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
        beside(t)
      }
    }
  }

  /// The date before it moved.
  static func before(_ old: Date, host: String, _ t: Phrases) -> Node {
    span(Attribute("data-zone-text", nil)) {
      t.said { $0("guests.date.before", ["time": $0.dayAndClock(old, beside: t.zones[host])]) }
    }
  }

  /// Present from the beginning, so that `js/timezone.js` can show it once the reader chooses another zone.
  private func beside(_ t: Phrases) -> Node {
    let there = t.inZone(host)
    let isSame = there.zone.offset(at: start) == t.zone.offset(at: start)
    let attributes: [Attribute] = [
      .class("small soft"), .data("data-zone-beside", there.zone.identifier), .data("data-time", t.machine(start)),
    ]
    return element("p", isSame ? attributes + [.hidden] : attributes) {
      there.said {
        $0(
          "guests.zone.beside",
          ["zone": $0.zoneName, "time": "\($0.dayWithoutYear(start)), \($0.clockWithUnit(start))"])
      }
    }
  }

  private func zoned(_ form: String, _ text: String) -> Node {
    SlotTime.zoned(start, form, text)
  }
}

/// A slot's times in a form that `js/timezone.js` can rewrite in the reader's zone.
struct SlotTime {
  let start: Date
  let minutes: Int

  func day(_ t: Phrases) -> Node {
    group {
      span(.aria(.hidden, "true")) { Self.zoned(start, "day", t.shortDay(start)) }
      span(.class("visually-hidden")) { Self.zoned(start, "plain", t.dayWithoutYear(start)) }
    }
  }

  @NodeBuilder func clocks(_ t: Phrases) -> [Node] {
    let end = start.addingTimeInterval(Double(minutes) * 60)
    if t.language == .german {
      span(.aria(.hidden, "true")) {
        Self.zoned(start, "time", t.clock(start))
        " bis "
        Self.zoned(end, "time", t.clock(end))
        "\u{A0}Uhr"
      }
      span(.class("visually-hidden")) {
        Self.zoned(start, "spoken", t.dayWords.spoken(t.local(start)))
        " bis "
        Self.zoned(end, "spoken", t.dayWords.spoken(t.local(end)))
      }
    } else {
      Self.zoned(start, "time", t.clock(start))
      " to "
      Self.zoned(end, "time", t.clock(end))
    }
  }

  static func zoned(_ time: Date, _ form: String, _ text: String) -> Node {
    element("time", [.datetime(LocalTime.machineText(time)), .data("data-zoned", form)]) { text }
  }
}
