import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// Ways to get the date into a calendar. The file is ours; the others are plain links, and no request is made before
/// the guest presses one.
struct CalendarLinks {
  let view: PersonalView
  /// Once the door is open, it matters most, and the calendar comes second.
  var isFirst = true

  func node(_ t: Phrases) -> Node {
    div(.class("actions")) {
      a(.class(isFirst ? "button primary" : "button"), .href(Path.calendar(view.token).text)) {
        t.icon("calendar")
        " " + t("guests.calendar.file")
      }
      for (name, address) in addresses {
        a(.class("button"), .href(address), .rel("noreferrer noopener external")) { name }
      }
    }
  }

  var addresses: [(name: String, address: String)] {
    guard let start = view.date else { return [] }
    let end = start.addingTimeInterval(Double(view.minutes) * 60)
    let outlook = [
      ("path", "/calendar/action/compose"), ("rru", "addevent"), ("subject", summary), ("startdt", Self.iso(start)),
      ("enddt", Self.iso(end)), ("body", body), ("location", view.links.personal),
    ]
    let google = [
      ("action", "TEMPLATE"), ("text", summary), ("dates", "\(Self.compact(start))/\(Self.compact(end))"),
      ("details", body), ("location", view.links.personal),
    ]
    return [
      ("Google", "https://calendar.google.com/calendar/render?" + google.formText),
      ("Outlook.com", "https://outlook.live.com/calendar/0/deeplink/compose?" + outlook.formText),
      ("Office 365", "https://outlook.office.com/calendar/0/deeplink/compose?" + outlook.formText),
    ]
  }

  private var summary: String { view.party.substance.topic }
  private var body: String { "\(view.party.substance.question)\n\n\(view.links.personal)" }

  private static func iso(_ time: Date) -> String { LocalTime.machineText(time) }

  /// `20261203T173000Z`.
  private static func compact(_ time: Date) -> String {
    iso(time).replacing("-", with: "").replacing(":", with: "")
  }
}
