import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// The brief on one sheet of paper.
package struct HonourBriefPage: Page {
  package let brief: HonourBrief
  /// The zones the reader wants times in, of which the first valid one is used.
  package let zones: [String]
  let back: Path
  /// The address of that page, for somebody who has the sheet in hand.
  let link: String

  package init(brief: HonourBrief, zones: [String], back: Path, site: String) {
    self.brief = brief
    self.zones = zones
    self.back = back
    link = site + back.text
  }

  package var chrome: Chrome { .guest }

  package func title(_ t: Phrases) -> String { t("brief.title", ["name": brief.honoured]) }

  package func body(_ t: Phrases) -> Node {
    let t = t.inZone(zones)
    return article(.class("letter brief over-scene"), .aria(.labelledBy, "top")) {
      p(.class("over")) { brief.circle }
      h1(.id("top")) { title(t) }
      dl(.class("facts")) {
        dt { t("brief.when") }
        dd { t.said(when) }
        dt { t("brief.part") }
        dd { t("brief.part.\(brief.role.rawValue)") }
        dt { t("brief.topic") }
        dd { brief.topic }
      }
      HonourBriefSection(brief: brief).node(t)
      p(.class("small print-only")) { t("brief.link", ["address": link]) }
      p(.class("no-print")) { a(.href(back.text)) { t("brief.back") } }
    }
  }

  private func when(_ t: Phrases) -> String {
    guard let start = brief.start else { return t("honour.slot.undated", ["count": t.number(brief.minutes)]) }
    return "\(t.day(start)), \(t.clocks(start, minutes: brief.minutes)) (\(t.zoneName))"
  }
}
