import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// One party in a list: its topic and its stage.
package struct PartyItem {
  package let facts: PartyFacts
  package let now: Date

  package init(facts: PartyFacts, now: Date) {
    self.facts = facts
    self.now = now
  }

  package func node(_ t: Phrases) -> Node {
    li(.class("party card")) {
      div(.class("tight")) {
        if let occasion = facts.occasion { p(.class("over")) { occasion.instead(t) } }
        h3 { a(.href(Path.party(facts.party.id).text)) { facts.party.title } }
        p(.class("soft")) { t.said(summary) }
      }
      JourneyStrip(facts, now: now).small(t)
    }
  }

  /// “6 Zusagen für 8 Plätze. Die Umfrage läuft bis Freitag, 4. Dezember.”
  private func summary(_ t: Phrases) -> String {
    let party = facts.party
    switch party.stage {
    case .cancelled: return facts.cancellation(t)
    case .ended, .closed:
      return facts.came == 0 ? t("parties.summary.nobodyCame") : t.count("parties.summary.ended", facts.came)
    case .draft:
      let chosen = t(
        "parties.summary.chosen", ["count": t.number(facts.chosen.count), "seats": t.number(party.seats)])
      return chosen + " " + t(JourneyStep(facts, now: now).title)
    case .inviting, .scheduled, .open:
      let accepted = t.count(
        "parties.summary.accepted", facts.guests(in: .accepted).count, ["seats": t.number(party.seats)])
      return [accepted, when(t)].compactMap { $0 }.joined(separator: " ")
    }
  }

  private func when(_ t: Phrases) -> String? {
    let words = t.inZone(facts.party.zone)
    if let start = facts.party.start, facts.party.confirmedAt != nil || facts.party.dateKind == .fixed {
      return t("parties.summary.date", ["time": words.dayAndClock(start)])
    }
    guard facts.party.dateKind == .poll else { return nil }
    guard let deadline = facts.party.pollDeadline else { return t("parties.summary.poll") }
    return deadline > now
      ? t("parties.summary.pollUntil", ["day": words.day(deadline)]) : t("parties.summary.pollOver")
  }
}

extension PartyFacts {
  /// The people who know of the cancellation: nobody was invited, the mails are waiting for the host, or they have
  /// left.
  func cancellation(_ t: Phrases) -> String {
    if party.isMissed { return t("parties.summary.missed") }
    if written.isEmpty { return t("parties.summary.cancelled.quietly") }
    let waiting = mailsForHost + queuedMails
    return waiting > 0 ? t.count("parties.summary.cancelled.waiting", waiting) : t("parties.summary.cancelled")
  }
}
