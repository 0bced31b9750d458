import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// The zone in which the guest reads times. With JavaScript it follows the device and converts at once; without, the
/// button asks the server, which remembers it.
struct ZoneChoice {
  let view: PersonalView

  func node(_ t: Phrases) -> Node {
    group {
      form(.class("zone"), .method("post"), .action(Path.zone(view.token).text)) {
        div(.class("field")) {
          label(.for("zone")) { t("guests.zone.label") }
          element("select", attributes) {
            ZoneOptions(chosen: t.zones.first(view.zones).identifier).nodes(t)
          }
        }
        button(.class("button"), .type("submit"), Attribute("data-zone-button", nil)) { t("guests.zone.convert") }
      }
      p(
        .class("small soft"), Attribute("data-zone-note", nil), .role("status"), .hidden,
        .data("data-text", t("guests.zone.note")), .data("data-ask", t("guests.zone.ask", ["zone": t.zoneName])),
        .data("data-saved", t("guests.zone.saved"))
      )
    }
  }

  private var attributes: [Attribute] {
    let fixed: [Attribute] = [.id("zone"), .name("zone"), Attribute("data-zone", nil)]
    return view.guest.zone.isEmpty ? fixed + [Attribute("data-guess", nil)] : fixed
  }

  /// The hidden field of another form on the page: that form remembers the zone in which it was read.
  static func hidden(_ view: PersonalView) -> Node {
    input(.type("hidden"), .name("zone"), .value(view.guest.zone), Attribute("data-zone-value", nil))
  }
}
