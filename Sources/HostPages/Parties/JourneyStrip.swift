import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// The bar with a glass per stop: full for a finished one, under the lamp for the next.
package struct JourneyStrip {
  package let party: Party
  package let journey: Journey
  /// The stop this page belongs to, marked for screen readers.
  package var here: Journey.Stop?

  package init(_ facts: PartyFacts, here: Journey.Stop? = nil, now: Date) {
    party = facts.party
    journey = Journey(facts, now: now)
    self.here = here
  }

  /// With links, for the pages of one party.
  package func node(_ t: Phrases) -> Node {
    nav(.class("journey"), .aria(.label, t("journey.label"))) {
      ol { for stop in Journey.Stop.allCases { item(stop, t, link: path(stop)) } }
    }
  }

  /// Without links and hints, for a list of parties.
  package func small(_ t: Phrases) -> Node {
    div(.class("journey small")) {
      ol(.aria(.label, t("journey.labelOf", ["title": party.title]))) {
        for stop in Journey.Stop.allCases { item(stop, t, link: nil, isSmall: true) }
      }
    }
  }

  private func item(_ stop: Journey.Stop, _ t: Phrases, link: Path?, isSmall: Bool = false) -> Node {
    let progress = journey.progress(stop, here: here)
    let current: [Attribute] = progress == .current ? [.aria(.current, "step")] : []
    return li(.class(progress.rawValue)) {
      if let link {
        element("a", [.class("stop"), .href(link.text)] + current) { glass(stop, progress, t, isSmall) }
      } else {
        element("span", [.class("stop")] + current) { glass(stop, progress, t, isSmall) }
      }
    }
  }

  @NodeBuilder private func glass(
    _ stop: Journey.Stop, _ progress: Journey.Progress, _ t: Phrases, _ isSmall: Bool
  ) -> [Node] {
    t.icon("glass-\((Journey.Stop.allCases.firstIndex(of: stop) ?? 0) + 1)", style: "")
    span(.class("name")) {
      t("journey.stop.\(stop.rawValue)")
      span(.class("visually-hidden")) { " (" + t("journey.progress.\(progress.rawValue)") + ")" }
      if !isSmall, let hint = hint(stop) { span(.class("hint")) { t(hint) } }
    }
  }

  /// On the page of one stop, another may be the next.
  private func hint(_ stop: Journey.Stop) -> Message? {
    if let here, here != stop, stop == journey.step.stop { return Message("journey.hint.next") }
    return journey.hint(stop)
  }

  private func path(_ stop: Journey.Stop) -> Path? {
    switch stop {
    case .people: .people
    case .choosing: .choosing(party.id)
    case .substance: .substance(party.id)
    case .date: .date(party.id)
    case .letters: .letters(party.id)
    case .evening: party.isDone ? nil : .programme(party.id)
    }
  }
}

/// The head of each of a party's pages: the way back, the title, the strip.
package struct PartyHead {
  package let facts: PartyFacts
  package let here: Journey.Stop?
  package let title: Message
  package let lead: Message?
  package let now: Date

  package init(_ facts: PartyFacts, here: Journey.Stop?, title: Message, lead: Message? = nil, now: Date) {
    self.facts = facts
    self.here = here
    self.title = title
    self.lead = lead
    self.now = now
  }

  package func node(_ t: Phrases) -> Node {
    group {
      div(.class("page-head")) {
        BackLink(to: Path.party(facts.party.id), facts.party.title).node(t)
        h1 { t(title) }
        if let lead { p(.class("lead")) { t(lead) } }
      }
      JourneyStrip(facts, here: here, now: now).node(t)
      HeldNotice(facts.held, now: now).node(t)
    }
  }
}
