import Core
import Foundation
import HTML
import House
import Records

/// The people who will be there, their earlier topics, and the three questions: on the personal page, and printed.
struct HonourBriefSection {
  let brief: HonourBrief
  /// The printable page; nil on that page itself.
  var page: Path?
  /// The guest of honour's name, where somebody else reads it; nil where they do.
  var honoured: String?

  func node(_ t: Phrases) -> Node {
    group {
      section(.class("stack"), .aria(.labelledBy, "asked")) {
        h2(.id("asked")) { honoured.map { t("brief.questions.of", ["name": $0]) } ?? t("brief.questions") }
        if brief.questions.isEmpty {
          p(.class("soft")) { t("brief.questions.none") }
        } else {
          ol(.class("brief-questions")) { for question in brief.questions { li { question } } }
        }
      }
      section(.class("stack"), .aria(.labelledBy, "people")) {
        h2(.id("people")) { t("brief.people") }
        if brief.people.isEmpty { p(.class("soft")) { t("brief.people.none") } }
        ul(.class("plainlist brief-people")) { for person in brief.people { li { self.person(person, t) } } }
        p(.class("small soft")) { t("brief.host", ["name": brief.hostName]) }
      }
      if !brief.past.isEmpty {
        section(.class("stack"), .aria(.labelledBy, "past")) {
          h2(.id("past")) { t("brief.past") }
          ul(.class("plainlist tight")) {
            for evening in brief.past.suffix(Self.shownEvenings) { li { past(evening) } }
          }
        }
      }
      if let page { p { a(.href(page.text)) { t("brief.print") } } }
    }
  }

  /// More would not fit on one page.
  private static let shownEvenings = 5

  @NodeBuilder private func person(_ person: HonourBrief.Person, _ t: Phrases) -> [Node] {
    strong { person.name }
    if !person.line.isEmpty { span(.class("soft")) { ", " + person.line } }
    if !person.wants.isEmpty {
      br()
      span(.class("small")) { t("brief.wants", ["text": person.wants]) }
    }
  }

  @NodeBuilder private func past(_ evening: CirclePast.Evening) -> [Node] {
    strong { evening.topic }
    if !evening.outcome.isEmpty { span(.class("small soft")) { " – " + evening.outcome } }
  }
}
