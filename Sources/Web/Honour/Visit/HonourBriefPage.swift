import Core
import Foundation
import HTML

/// The brief on one sheet of paper.
struct HonourBriefPage: Page {
  let brief: HonourBrief
  /// Those in which the reader wants times, the first that there is.
  let zones: [String]
  let back: Path

  var chrome: Chrome { .guest }

  func title(_ t: Phrases) -> String { t("brief.title", ["name": brief.honoured]) }

  func body(_ t: Phrases) -> Node {
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
      p(.class("no-print")) { a(.href(back.text)) { t("brief.back") } }
    }
  }

  private func when(_ t: Phrases) -> String {
    guard let start = brief.start else { return t("honour.slot.undated", ["count": t.number(brief.minutes)]) }
    return "\(t.day(start)), \(t.clocks(start, minutes: brief.minutes)) (\(t.zoneName))"
  }
}
