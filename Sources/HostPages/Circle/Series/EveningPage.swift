import Acts
import Core
import HTML
import House
import Records
import Site

/// An evening that is over, for its host: its worth, the mirror, the keepsakes, and the next step.
package struct EveningPage: Page {
  let view: EveningView
  var saved = ""

  package init(view: EveningView, saved: String = "") {
    self.view = view
    self.saved = saved
  }

  package var chrome: Chrome { .host(current: .home) }

  package func title(_ t: Phrases) -> String { t("evening.title") }

  package func body(_ t: Phrases) -> Node {
    let t = t.inZone(view.party.zone)
    return group {
      div(.class("page-head")) {
        BackLink(to: Path.party(view.party.id), view.party.title).node(t)
        h1 { title(t) }
        p(.class("lead")) { lead(t) }
      }
      SavedNotice("evening.saved.\(saved)").node(t)
      if view.present.isEmpty { alone(t) } else { evening(t) }
    }
  }

  private func evening(_ t: Phrases) -> Node {
    div(.class("columns")) {
      div(.class("stack")) {
        worth(t)
        mirror(t)
        if let deposit = view.keepsakes.ballot {
          BallotForm(deposit: deposit, action: .hostBallot(view.party.id), isForHost: true).node(t)
        }
        remains(t)
      }
      div(.class("stack")) {
        onward(t)
        outcome(t)
      }
    }
  }

  /// Where nobody was, there is nothing to vote on and no circle to found: either it didn't take place, or another begins.
  private func alone(_ t: Phrases) -> Node {
    group {
      section(.class("card"), .aria(.labelledBy, "onward")) {
        h2(.id("onward")) { t("evening.onward.title") }
        p { t("evening.alone") }
        div(.class("actions")) {
          if let circle = view.circle {
            a(.class("button primary"), .href(Path.circle(circle.id).text)) { t("evening.onward.open") }
          } else {
            a(.class("button primary"), .href(Path.newParty.text)) { t("parties.new.title") }
          }
        }
        NoShow(party: view.party).node(t)
      }
      if !view.keepsakes.isEmpty { remains(t) }
    }
  }

  private func lead(_ t: Phrases) -> String {
    view.present.isEmpty ? t("evening.nobody") : t("evening.present", ["names": t.list(view.present)])
  }

  private func worth(_ t: Phrases) -> Node {
    section(.class("card"), .aria(.labelledBy, "worth")) {
      h2(.id("worth")) { t("evening.worth.title") }
      if let result = view.result {
        dl(.class("facts")) {
          for (name, share) in [("learnt", result.learnt), ("gave", result.gave), ("again", result.again)] {
            if let share {
              dt { t("evening.worth.\(name)") }
              dd { t("evening.extent.\(share.extent.rawValue)") }
            }
          }
        }
        if !result.lines.isEmpty {
          h3 { t("evening.worth.lines") }
          ul(.class("plainlist")) { for line in result.lines { li { t("party.quoted", ["text": line]) } } }
        }
      } else {
        p(.class("soft")) { t(view.isCounted ? "evening.worth.tooFew" : "evening.worth.open") }
      }
    }
  }

  @NodeBuilder private func mirror(_ t: Phrases) -> [Node] {
    if let mirror = view.mirror {
      section(.class("card"), .aria(.labelledBy, "mirror")) {
        h2(.id("mirror")) { t("evening.mirror.title") }
        p(.class("hint")) { t("evening.mirror.private") }
        if let share = mirror.speakingShare {
          p { t("evening.mirror.share", ["share": t.percent(share), "even": t.percent(mirror.evenShare)]) }
        }
        if let learnt = mirror.learnt {
          p { t("evening.mirror.learnt", ["extent": t("evening.extent.\(learnt.rawValue)")]) }
        }
        if let word = mirror.word { p(.class("serif")) { t("evening.mirror.\(word.rawValue)") } }
      }
    }
  }

  private func onward(_ t: Phrases) -> Node {
    section(.class("card"), .aria(.labelledBy, "onward")) {
      h2(.id("onward")) { t("evening.onward.title") }
      if let circle = view.circle {
        p { t("evening.onward.circle", ["name": circle.name]) }
        div(.class("actions")) {
          a(.class("button primary"), .href(Path.circle(circle.id).text)) { t("evening.onward.open") }
        }
      } else {
        p { t("evening.onward.text") }
        form(.class("form"), .method("post"), .action(Path.circles.text)) {
          input(.type("hidden"), .name("party"), .value(view.party.id.description))
          TextField(
            name: "name", label: t("circle.field.name"), value: view.party.substance.topic, isRequired: true,
            more: [.maxlength(String(Circle.longestName))]
          ).node
          RhythmField(chosen: .monthly).node(t)
          div(.class("actions")) { button(.class("button primary"), .type("submit")) { t("circle.found") } }
        }
      }
    }
  }

  private func outcome(_ t: Phrases) -> Node {
    form(.class("form card"), .method("post"), .action(Path.outcome(view.party.id).text)) {
      h2 { t("evening.outcome.title") }
      TextField(
        name: "outcome", label: t("evening.outcome.label"), value: view.outcome, hint: t("evening.outcome.hint"),
        rows: 3,
        more: [.maxlength("500")]
      ).node
      if !view.openQuestions.isEmpty {
        p(.class("soft")) { t("evening.outcome.open") }
        ul(.class("plainlist tight")) { for question in view.openQuestions { li { question } } }
      }
      div(.class("actions")) { button(.class("button"), .type("submit")) { t("guests.save") } }
    }
  }

  private func remains(_ t: Phrases) -> Node {
    HostKeepsakes(keepsakes: view.keepsakes, party: view.party.id).node(t)
  }
}

/// A choice of how often a circle meets.
struct RhythmField {
  let chosen: CircleRhythm

  func node(_ t: Phrases) -> Node {
    ChoiceField(
      name: "rhythm", label: t("circle.field.rhythm"),
      options: CircleRhythm.allCases.map { ($0.rawValue, t("circle.rhythm.\($0.rawValue)")) }, chosen: chosen.rawValue
    ).node
  }
}
