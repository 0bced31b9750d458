import Core
import HTML
import House
import Records

/// The next step for a circle, with the reason: a further evening if it wants one, a guest of honour once it has earned
/// one, or a kind end.
struct CircleOutlook {
  let view: CircleView

  func node(_ t: Phrases) -> Node {
    section(.class("card next"), .aria(.labelledBy, "outlook")) {
      if view.circle.endedAt != nil {
        h2(.id("outlook")) { t("circle.ended.title") }
        p { t("circle.ended.text") }
      } else if let ahead = view.ahead {
        h2(.id("outlook")) { t("circle.ahead.title") }
        p { t("circle.ahead.text", ["title": ahead.party.title]) }
        div(.class("actions")) {
          a(.class("button primary"), .href(Path.party(ahead.party.id).text)) { t("circle.ahead.open") }
        }
        if view.hasHonour {
          p { a(.href(Path.honour(ahead.party.id).text)) { t("circle.honour.seated") } }
        } else {
          honour(t)
        }
      } else {
        outlook(t)
      }
    }
  }

  @NodeBuilder private func outlook(_ t: Phrases) -> [Node] {
    let outlook = view.history.outlook
    h2(.id("outlook")) { t("circle.outlook.\(outlook.rawValue).title") }
    p { t("circle.outlook.\(outlook.rawValue).text") }
    honour(t)
    div(.class("actions")) {
      if outlook == .endKindly {
        a(.class("button primary"), .href(Path.circleEnd(view.circle.id).text)) { t("circle.end.open") }
      }
      form(.method("post"), .action(Path.circleParties(view.circle.id).text)) {
        button(.class(outlook == .goOn ? "button primary" : "button"), .type("submit")) { t("circle.next.plan") }
      }
    }
  }

  @NodeBuilder private func honour(_ t: Phrases) -> [Node] {
    if view.readiness.isEarned {
      p(.class("serif")) { why(t) }
      div(.class("actions")) {
        a(.class("button"), .href(Path.circleHonour(view.circle.id).text)) { t("circle.honour.invite") }
      }
    } else if view.history.outlook != .endKindly {
      p(.class("small")) { a(.href(Path.circleHonour(view.circle.id).text)) { t("circle.honour.early") } }
    }
  }

  /// A guest of honour is proposed once the circle has earned one, with the reason for the timing.
  private func why(_ t: Phrases) -> String {
    t("circle.honour.earned", ["count": t.number(view.readiness.worthwhileInARow)]) + " "
      + t("circle.honour.kind.\(view.kind.rawValue)")
  }
}
