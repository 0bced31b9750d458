import Core
import Foundation
import HTML
import House
import Records

/// The meetings within a circle: a drawing, a sentence, and the matrix itself.
struct CircleAcquaintance {
  let view: CircleView

  private var matrix: MeetingMatrix<PersonID> { view.matrix }
  private var names: [String] { view.members.map(\.name) }

  func node(_ t: Phrases) -> Node {
    section(.class("card"), .aria(.labelledBy, "acquaintance")) {
      h2(.id("acquaintance")) { t("circle.met.title") }
      p { sentence(t) }
      if view.members.count >= 2 {
        drawing
        details {
          summary { t("circle.met.table") }
          div(.class("scroll"), Attribute("tabindex", "0"), .role("region"), .aria(.labelledBy, "acquaintance")) {
            grid(t)
          }
        }
      }
    }
  }

  private func sentence(_ t: Phrases) -> String {
    let strangers = matrix.strangers
    guard view.members.count >= 2 else { return t("circle.met.few") }
    if strangers.isEmpty { return t("circle.met.all") }
    let pairs = strangers.prefix(4).map { t("circle.met.pair", ["one": name($0.0), "other": name($0.1)]) }
    let more = strangers.count - pairs.count
    return t("circle.met.notYet", ["pairs": t.list(more > 0 ? pairs + [t.count("circle.met.more", more)] : pairs)])
  }

  private func name(_ person: PersonID) -> String {
    view.members.first { $0.person == person }?.name ?? ""
  }

  /// People on a ring, with a line between those who met, thicker for longer talks; the text says the same.
  private var drawing: Node {
    element("svg", [.class("acquaintance"), Attribute("viewBox", "0 0 320 320"), .aria(.hidden, "true")]) {
      for (i, one) in matrix.members.enumerated() {
        for (j, other) in matrix.members.enumerated() where j > i && matrix.seconds(one, other) > 0 {
          line(from: point(i, 108), to: point(j, 108), minutes: matrix.seconds(one, other) / 60)
        }
      }
      for (i, member) in view.members.enumerated() { face(i, member.name) }
    }
  }

  private func line(from a: (x: Double, y: Double), to b: (x: Double, y: Double), minutes: Int) -> Node {
    element(
      "line",
      [
        Attribute("x1", coordinate(a.x)), Attribute("y1", coordinate(a.y)), Attribute("x2", coordinate(b.x)),
        Attribute("y2", coordinate(b.y)), Attribute("stroke-width", coordinate(min(7, 1 + Double(minutes) / 8))),
      ]
    ) {}
  }

  private func face(_ index: Int, _ name: String) -> Node {
    let place = point(index, 108)
    let label = point(index, 138)
    return group {
      element(
        "circle", [Attribute("cx", coordinate(place.x)), Attribute("cy", coordinate(place.y)), Attribute("r", "7")]
      ) {}
      element(
        "text",
        [
          Attribute("x", coordinate(label.x)), Attribute("y", coordinate(label.y + 4)),
          Attribute("text-anchor", "middle"),
        ]
      ) { Recipient(name: name).familiarName ?? name }
    }
  }

  private func point(_ index: Int, _ radius: Double) -> (x: Double, y: Double) {
    let angle = 2 * Double.pi * Double(index) / Double(max(1, matrix.members.count)) - Double.pi / 2
    return (160 + radius * cos(angle), 160 + radius * sin(angle))
  }

  private func coordinate(_ value: Double) -> String { String((value * 10).rounded() / 10) }

  private func grid(_ t: Phrases) -> Node {
    table(.class("matrix")) {
      thead {
        tr {
          td()
          for name in names { th(.scope("col")) { name } }
        }
      }
      tbody {
        for one in view.members {
          tr {
            th(.scope("row")) { one.name }
            for other in view.members { td { cell(one.person, other.person, t) } }
          }
        }
      }
    }
  }

  private func cell(_ one: PersonID, _ other: PersonID, _ t: Phrases) -> String {
    if one == other { return "" }
    let seconds = matrix.seconds(one, other)
    return seconds == 0 ? t("circle.met.no") : t("circle.met.minutes", ["count": t.number(max(1, seconds / 60))])
  }
}
