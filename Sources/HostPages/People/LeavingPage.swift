import Core
import Foundation
import HTML
import House
import Records
import Site

/// The people retention will erase, for their host to see in time.
package struct LeavingPage: Page {
  let leaving: LeavingStore.Leaving
  /// Days after which people who were never invited are erased; 0 for never.
  let days: Int
  /// Days after which people who did nothing are erased; 0 for never.
  let silentDays: Int

  package init(leaving: LeavingStore.Leaving, days: Int, silentDays: Int) {
    (self.leaving, self.days, self.silentDays) = (leaving, days, silentDays)
  }

  /// The number of names shown.
  package static let most = 200

  package var chrome: Chrome { .host(current: .people) }
  package var isNarrow: Bool { true }

  package static var samples: [LeavingPage] {
    var many = LeavingStore.Leaving()
    many.count = 12
    many.from = Date(timeIntervalSince1970: 1_796_000_000)
    many.people = Person.samples.map { ($0.id, $0.shownName) }
    return [
      LeavingPage(leaving: LeavingStore.Leaving(), days: 90, silentDays: 180),
      LeavingPage(leaving: many, days: 90, silentDays: 0),
    ]
  }

  package func title(_ t: Phrases) -> String { t("people.leaving.title") }

  package func body(_ t: Phrases) -> Node {
    group {
      div(.class("page-head")) {
        BackLink(to: .people, t("people.title")).node(t)
        h1 { title(t) }
        p(.class("lead")) { summary(t) }
      }
      if leaving.count > 0 {
        p { t("people.leaving.keep") }
        ul(.class("card plainlist tight")) {
          for person in leaving.people { li { a(.href(Path.person(person.id).text)) { person.name } } }
        }
        if leaving.count > leaving.people.count {
          p { t("people.leaving.more", ["count": t.number(leaving.count - leaving.people.count)]) }
        }
      }
      p(.class("soft")) { rule(t) }
    }
  }

  private func summary(_ t: Phrases) -> String {
    guard let from = leaving.from else { return t("people.leaving.nobody") }
    return t.count("people.leaving.some", leaving.count, ["day": t.day(from)])
  }

  private func rule(_ t: Phrases) -> String {
    let rules = [
      days > 0 ? t("people.leaving.rule.never", ["days": t.number(days)]) : nil,
      silentDays > 0 ? t("people.leaving.rule.silent", ["days": t.number(silentDays)]) : nil,
    ].compactMap { $0 }
    return rules.isEmpty ? t("people.leaving.rule.none") : rules.joined(separator: " ")
  }
}
