import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// The lamp over the best slot: its time, the reason, and one button.
struct RecommendationPanel {
  let view: DateView

  func node(_ t: Phrases) -> Node {
    section(.class("next"), .aria(.labelledBy, "next")) {
      t.icon("lamp", style: "lamp")
      t.icon("mark", style: "table")
      p(.class("over")) {
        t(view.facts.poll.isDecided(now: view.now) ? "scheduling.best.decided" : "scheduling.best.soFar")
      }
      if let best = view.recommendation.best { proposal(best, t) } else { nothingFits(t) }
    }
  }

  private func proposal(_ best: RankedSlot, _ t: Phrases) -> Node {
    group {
      h2(.id("next")) {
        t.said { "\($0.day(best.slot.start)), \($0.clocks(best.slot.start, minutes: best.slot.minutes))" }
      }
      p { best.reasons.map { t($0) }.joined(separator: " ") }
      div(.class("actions")) {
        form(.method("post"), .action(Path.confirmation(view.facts.party.id).text)) {
          input(.type("hidden"), .name("slot"), .value(best.slot.id.description))
          button(.class("button primary"), .type("submit")) { t("scheduling.confirm") }
        }
        span(.class("small")) { t("scheduling.confirm.hint") }
      }
    }
  }

  /// Changing the slots isn't the next step while the letters are.
  private var style: String { view.facts.following == nil ? "button primary" : "button" }

  private func nothingFits(_ t: Phrases) -> Node {
    group {
      h2(.id("next")) { t("scheduling.best.none") }
      p { t(view.facts.poll.votes.isEmpty ? "scheduling.best.noVotes" : "scheduling.best.noFit") }
      div(.class("actions")) {
        a(.class(style), .href(Path.slots(view.facts.party.id).text)) { t("scheduling.slots.change") }
      }
    }
  }
}

/// A slot other than the recommended one.
struct OtherSlot {
  let view: DateView

  func node(_ t: Phrases) -> Node {
    form(.class("card"), .method("post"), .action(Path.confirmation(view.facts.party.id).text)) {
      h2 { t("scheduling.other.title") }
      ChoiceField(
        name: "slot", label: t("scheduling.other.label"), options: options(t),
        spoken: t.spoken { options($0).map(\.label) }
      )
      .node
      div(.class("actions")) { button(.class("button"), .type("submit")) { t("scheduling.other.confirm") } }
    }
  }

  /// Best first, with their drawbacks.
  private func options(_ t: Phrases) -> [(value: String, label: String)] {
    let best = view.recommendation.best?.id
    return view.recommendation.ranked.filter { $0.id != best }.map { ranked in
      let (tally, warning) = (ranked.tally, ranked.isFlagged ? " – " + t("scheduling.other.flagged") : "")
      let counts = "\(tally.yes.count) / \(tally.ifNeeded.count) / \(tally.no.count)"
      return (ranked.id.description, "\(t.slotName(ranked.slot.start)) (\(counts))\(warning)")
    }
  }
}

/// The people who have not voted yet, and the way back to the slots.
struct PollCard {
  let view: DateView

  func node(_ t: Phrases) -> Node {
    section(.class("card"), .aria(.labelledBy, "poll-card")) {
      h2(.id("poll-card")) { t("scheduling.poll.title") }
      p(.class("soft")) { waiting(t) }
      div(.class("actions")) {
        if view.facts.party.isPlannable {
          a(.class("button"), .href(Path.slots(view.facts.party.id).text)) { t("scheduling.slots.change") }
        }
        cancelLink(t)
      }
    }
  }

  private func waiting(_ t: Phrases) -> String {
    let names = view.facts.poll.waitingFor.map(\.name)
    if view.facts.poll.voters.isEmpty { return t("scheduling.poll.nobody") }
    return names.isEmpty ? t("scheduling.poll.complete") : t("scheduling.poll.waiting", ["names": t.list(names)])
  }

  private func cancelLink(_ t: Phrases) -> Node {
    a(.class("button quiet"), .href(Path.cancellation(view.facts.party.id).text)) { t("scheduling.cancel.link") }
  }
}
