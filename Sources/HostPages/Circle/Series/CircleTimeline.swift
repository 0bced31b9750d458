import Core
import HTML
import House
import Records

/// A circle's evenings as a timeline.
struct CircleTimeline {
  let evenings: [CircleView.Evening]

  func node(_ t: Phrases) -> Node {
    section(.class("stack"), .aria(.labelledBy, "timeline")) {
      h2(.id("timeline")) { t("circle.evenings") }
      ol(.class("timeline")) { for evening in evenings { li(.class(style(evening))) { entry(evening, t) } } }
    }
  }

  private func style(_ evening: CircleView.Evening) -> String {
    if evening.party.stage == .cancelled { return "off" }
    return evening.party.isOver ? "past" : "ahead"
  }

  @NodeBuilder private func entry(_ evening: CircleView.Evening, _ t: Phrases) -> [Node] {
    let (party, zoned) = (evening.party, t.inZone(evening.party.zone))
    p(.class("small soft")) { party.start.map { zoned.day($0) } ?? t("circle.undated") }
    h3 {
      a(.class("plain"), .href((party.isOver ? Path.evening(party.id) : Path.party(party.id)).text)) {
        party.substance.topic.isEmpty ? party.title : party.substance.topic
      }
    }
    p(.class("small")) { facts(evening, t) }
    if !evening.outcome.isEmpty { p(.class("small serif")) { evening.outcome } }
  }

  private func facts(_ evening: CircleView.Evening, _ t: Phrases) -> String {
    if evening.party.stage == .cancelled { return t(evening.party.isMissed ? "circle.missed" : "circle.cancelled") }
    guard evening.party.isOver else { return t("circle.stage.\(evening.party.stage.rawValue)") }
    var parts = [t.count("circle.present", evening.present)]
    if let again = evening.result?.again {
      parts.append(t("circle.again", ["extent": t("evening.extent.\(again.extent.rawValue)")]))
    }
    return parts.joined(separator: " · ")
  }
}
