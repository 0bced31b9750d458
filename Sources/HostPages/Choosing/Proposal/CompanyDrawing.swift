import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// The common ground between people: a picture, and the same in words.
struct CompanyDrawing {
  let company: Company

  private static let middle = 200.0
  private static let radius = 158.0

  func node(_ t: Phrases) -> Node {
    figure(.class("company")) {
      element(
        "svg",
        [
          Attribute("viewBox", "0 0 400 400"), .role("img"), .aria(.label, t("company.picture")),
          .describedBy("company"),
        ]
      ) {
        for tie in company.ties { line(tie) }
        for (place, name) in company.people.enumerated() { person(place, name) }
      }
      figcaption(.id("company")) { words(t) }
    }
  }

  private func line(_ tie: Company.Tie) -> Node {
    let (from, to) = (point(tie.one), point(tie.other))
    return element(
      "line",
      [
        .class("tie strength-\(min(3, max(1, tie.strength)))"), Attribute("x1", from.x), Attribute("y1", from.y),
        Attribute("x2", to.x), Attribute("y2", to.y),
      ])
  }

  private func person(_ place: Int, _ name: String) -> Node {
    let at = point(place)
    return element("g", [.class(place == 0 ? "somebody host" : "somebody")]) {
      element("title", []) { name }
      element("circle", [Attribute("cx", at.x), Attribute("cy", at.y), Attribute("r", "27")])
      element("text", [Attribute("x", at.x), Attribute("y", at.y), Attribute("dy", ".35em")]) {
        RoundTable.initials(name)
      }
    }
  }

  /// A point on the circle around the table, with the host at the top.
  private func point(_ place: Int) -> (x: String, y: String) {
    let turn = 2 * Double.pi * Double(place) / Double(max(1, company.people.count)) - Double.pi / 2
    func text(_ value: Double) -> String { String(Int((Self.middle + Self.radius * value).rounded())) }
    return (text(cos(turn)), text(sin(turn)))
  }

  @NodeBuilder private func words(_ t: Phrases) -> [Node] {
    if company.subjects.isEmpty {
      p(.class("soft small")) { t("company.nothing") }
    } else {
      ul(.class("small")) {
        for subject in company.subjects.prefix(8) {
          li { t("company.subject", ["subject": subject.name, "people": subject.people.joined(separator: ", ")]) }
        }
      }
      if company.subjects.count > 8 {
        details(.class("small")) {
          summary { t.count("company.more", company.subjects.count - 8) }
          ul {
            for subject in company.subjects.dropFirst(8) {
              li { t("company.subject", ["subject": subject.name, "people": subject.people.joined(separator: ", ")]) }
            }
          }
        }
      }
    }
  }
}
