import Acts
import Core
import Evening
import Foundation
import HTML
import House
import Records
import Site

/// The lamp: the next step in one panel.
package struct NextPanel {
  package let facts: PartyFacts
  package let step: JourneyStep
  /// True to name the party, if the page has several.
  package var namesParty = false

  package init(facts: PartyFacts, step: JourneyStep, namesParty: Bool = false) {
    self.facts = facts
    self.step = step
    self.namesParty = namesParty
  }

  package func node(_ t: Phrases) -> Node {
    section(.class("next"), .aria(.labelledBy, "next")) {
      t.icon("lamp", style: "lamp")
      t.icon("mark", style: "table")
      p(.class("over")) { namesParty ? t("next.overOf", ["title": facts.party.title]) : t("next.over") }
      h2(.id("next")) { t(step.title) }
      p { t.said(text) }
      div(.class("actions")) {
        a(.class("button primary"), .href(target.text)) { t(button) }
        if namesParty { a(.class("button quiet"), .href(Path.party(facts.party.id).text)) { t("next.toParty") } }
      }
    }
  }

  /// After a party that isn't any more, its host begins anew: with another date, or with another party.
  private var target: Path {
    switch step {
    case .cancelled: facts.mailsForHost > 0 ? .outbox(facts.party.id) : .newParty
    case .missed: .date(facts.party.id)
    default: step.path(facts.party.id)
    }
  }

  private var button: Message {
    step == .cancelled && facts.mailsForHost > 0 ? Message("journey.step.lookAtMail.button") : step.button
  }

  private func text(_ t: Phrases) -> String {
    switch step {
    case .cancelled: facts.cancellation(t)
    case .ended where facts.came == 0: t("parties.summary.nobodyCame")
    case .lookForward: lookForward(t)
    default: t(step.text)
    }
  }

  /// Says whom the news of the date has reached: nobody, while the mails are still waiting.
  private func lookForward(_ t: Phrases) -> String {
    let reached = t(facts.queuedMails > 0 ? "journey.step.lookForward.onTheirWay" : "journey.step.lookForward.text")
    guard let start = facts.party.start else { return reached }
    let words = t.inZone(facts.party.zone)
    return t("journey.step.lookForward.on", ["time": words.dayAndClock(start)]) + " " + reached
  }
}

/// The things waiting for the host and for others, side by side.
package struct WaitingLists {
  /// Each party's title is shown with its errands if there are several.
  package let parties: [(title: String?, waiting: Waiting)]
  package let now: Date

  package init(parties: [(title: String?, waiting: Waiting)], now: Date) {
    self.parties = parties
    self.now = now
  }

  package func node(_ t: Phrases) -> Node {
    section(.class("stack"), .aria(.labelledBy, "waiting")) {
      h2(.id("waiting")) { t("waiting.title") }
      div(.class("waiting")) {
        div {
          h3 { t("waiting.forYou") }
          if errands.isEmpty { p(.class("soft")) { t("waiting.nothingForYou") } }
          ul { for (title, errand) in errands { li { link(title, errand, t) } } }
        }
        div {
          h3 { t("waiting.forOthers") }
          if expected.isEmpty { p(.class("soft")) { t("waiting.nothingForOthers") } }
          ul {
            for one in expected.prefix(12) { li { person(one, t) } }
            if expected.count > 12 { li { t.count("waiting.more", expected.count - 12) } }
          }
        }
      }
    }
  }

  private var errands: [(String?, Waiting.Errand)] {
    parties.flatMap { party in party.waiting.forHost.map { (party.title, $0) } }
  }

  private var expected: [Waiting.Expected] {
    parties.flatMap(\.waiting.forOthers)
  }

  private func link(_ title: String?, _ errand: Waiting.Errand, _ t: Phrases) -> Node {
    a(.href(errand.path.text)) { title.map { "\(t(errand.message)): \($0)" } ?? t(errand.message) }
  }

  @NodeBuilder private func person(_ one: Waiting.Expected, _ t: Phrases) -> [Node] {
    span { "\(one.name): \(t(one.what))" }
    if let since = one.since { span(.class("when")) { t.ago(since, now: now) } }
  }
}

extension Phrases {
  /// “seit heute”, “seit gestern”, “seit 5 Tagen”: calendar days in the reader's zone.
  package func ago(_ time: Date, now: Date) -> String {
    let days = local(time).day.days(until: local(now).day)
    return switch days {
    case ..<1: self("time.sinceToday")
    case 1: self("time.sinceYesterday")
    default: count("time.sinceDays", days)
    }
  }
}
