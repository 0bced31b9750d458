import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// The date, as far as it is known: the recommendation with its reason and one button, the votes, and what can still be
/// changed.
package struct DatePage: Page {
  let view: DateView
  /// The new date as typed, if it could not be accepted.
  var moving: DatePlan.Row?
  var errors = FieldErrors()
  var refusal: Message?
  /// The part that was just saved.
  var saved = ""

  package init(
    view: DateView, moving: DatePlan.Row? = nil, errors: FieldErrors = FieldErrors(), refusal: Message? = nil,
    saved: String = ""
  ) {
    self.view = view
    self.moving = moving
    self.errors = errors
    self.refusal = refusal
    self.saved = saved
  }

  package var chrome: Chrome { .host(current: .home) }
  package var modules: [String] { view.facts.held == nil ? [] : ["second"] }

  private var party: Party { view.facts.party }

  package func title(_ t: Phrases) -> String { t("scheduling.title") }

  package func body(_ t: Phrases) -> Node {
    let t = t.inZone(party.zone)
    return group {
      PartyHead(view.facts, here: .date, title: Message("scheduling.title"), lead: lead(t), now: view.now).node(t)
      SavedNotice("scheduling.saved.\(saved)").node(t)
      if let refusal { div(.class("notice bad"), .role("alert")) { p { t(refusal) } } }
      if party.stage == .cancelled {
        cancelled(t)
        if party.isMissed {
          MovingForm(party: party, start: nil, moving: moving, errors: errors).node(t)
        }
      } else if let start = view.confirmed {
        StandingDate(view: view, start: start, moving: moving, errors: errors).node(t)
      } else if party.dateKind == .poll {
        poll(t)
      } else if let start = party.start {
        FixedDate(party: party, start: start).node(t)
      }
      if let following = view.facts.following {
        div(.class("actions")) { a(.class("button primary"), .href(following.text)) { t("scheduling.goOn") } }
      }
    }
  }

  private func lead(_ t: Phrases) -> Message? {
    guard party.dateKind == .poll, view.confirmed == nil, party.stage == .inviting else { return nil }
    let poll = view.facts.poll
    if poll.voters.isEmpty { return nil }
    let counts = [
      "count": t.number(poll.voters.count - poll.waitingFor.count), "total": t.number(poll.voters.count),
      "day": poll.deadline.map { t.day($0) } ?? "",
    ]
    guard let deadline = poll.deadline else { return Message("scheduling.lead.open", counts) }
    return Message(deadline > view.now ? "scheduling.lead.until" : "scheduling.lead.past", counts)
  }

  private func cancelled(_ t: Phrases) -> Node {
    div(.class("notice bad")) {
      t.icon("cross")
      div {
        p { t(party.isMissed ? "scheduling.missed" : "scheduling.cancelled") }
        if !party.cancelReason.isEmpty { p { t("party.quoted", ["text": party.cancelReason]) } }
      }
    }
  }

  private func poll(_ t: Phrases) -> Node {
    group {
      if party.stage == .inviting { RecommendationPanel(view: view).node(t) }
      if view.voters.isEmpty { p(.class("soft")) { t("scheduling.noVoters") } }
      VotesTable(view: view).node(t)
      div(.class("columns even")) {
        if party.stage == .inviting && view.recommendation.ranked.count > 1 { OtherSlot(view: view).node(t) }
        PollCard(view: view).node(t)
      }
    }
  }
}
