import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// Shown before a party is cancelled: the people who are told, and what they are told.
package struct CancellationPage: Page {
  package let facts: PartyFacts
  package let now: Date
  package var reason = ""
  package var error: Message?

  package init(facts: PartyFacts, now: Date, reason: String = "", error: Message? = nil) {
    self.facts = facts
    self.now = now
    self.reason = reason
    self.error = error
  }

  static let longestReason = 500

  package var chrome: Chrome { .host(current: .home) }

  package static var samples: [CancellationPage] {
    [
      CancellationPage(facts: .scheduled, now: PartyFacts.sampleTime),
      CancellationPage(
        facts: .polling, now: PartyFacts.sampleTime, reason: "…",
        error: Message("guests.error.tooLong", ["limit": "500"])),
    ]
  }

  package func title(_ t: Phrases) -> String { t("scheduling.cancel.title") }

  package func body(_ t: Phrases) -> Node {
    group {
      PartyHead(facts, here: .date, title: Message("scheduling.cancel.title"), now: now).node(t)
      form(
        .class("card"), .method("post"), .action(Path.cancellation(facts.party.id).text)
      ) {
        p { consequence(t) }
        TextField(
          name: "reason", label: t("scheduling.cancel.reason"), value: reason, hint: t("scheduling.cancel.reasonHint"),
          error: error.map { t($0) }, rows: 3, more: [.maxlength(String(Self.longestReason))]
        ).node
        div(.class("actions")) {
          button(.class("button danger"), .type("submit")) { t("scheduling.cancel.button") }
          a(.class("button quiet"), .href(Path.date(facts.party.id).text)) { t("scheduling.cancel.back") }
        }
      }
    }
  }

  private var told: Int { facts.guests(in: .accepted, .tentative, .invited, .waiting).count }

  private func consequence(_ t: Phrases) -> String {
    told == 0 ? t("scheduling.cancel.nobody") : t.count("scheduling.cancel.told", told)
  }
}
