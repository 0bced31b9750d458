import Core
import Foundation
import HTML

/// Before a party is cancelled: who hears of it, and what they are told.
struct CancellationPage: Page {
  let facts: PartyFacts
  let now: Date
  var reason = ""
  var error: Message?

  static let longestReason = 500

  var chrome: Chrome { .host(current: .home) }

  static var samples: [CancellationPage] {
    [
      CancellationPage(facts: .scheduled, now: PartyFacts.sampleTime),
      CancellationPage(
        facts: .polling, now: PartyFacts.sampleTime, reason: "…",
        error: Message("guests.error.tooLong", ["limit": "500"])),
    ]
  }

  func title(_ t: Phrases) -> String { t("scheduling.cancel.title") }

  func body(_ t: Phrases) -> Node {
    group {
      PartyHead(facts, here: .date, title: Message("scheduling.cancel.title"), now: now).node(t)
      form(.class("card"), .method("post"), .action(Path.cancellation(facts.party.id).text)) {
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

  private func consequence(_ t: Phrases) -> String {
    let told = facts.guests(in: .accepted, .tentative, .invited, .waiting).count
    return told == 0 ? t("scheduling.cancel.nobody") : t.count("scheduling.cancel.told", told)
  }
}
