import Core
import Foundation
import HTML

/// Where a host arrives: what is next, and what waits for whom.
struct HomePage: Page {
  let name: String
  let peopleCount: Int
  /// Newest first.
  let parties: [PartyFacts]
  let now: Date

  var chrome: Chrome { .host(current: .home) }

  static var samples: [HomePage] {
    let now = PartyFacts.sampleTime
    return [
      HomePage(name: "Miriam Sander", peopleCount: 0, parties: [], now: now),
      HomePage(name: "Miriam Sander", peopleCount: 120, parties: [], now: now),
      HomePage(name: "Miriam Sander", peopleCount: 120, parties: PartyFacts.samples, now: now),
    ]
  }

  func title(_ t: Phrases) -> String { t("frame.home") }

  func body(_ t: Phrases) -> Node { parties.isEmpty ? beginning(t) : overview(t) }

  private func beginning(_ t: Phrases) -> Node {
    div(.class("beginning")) {
      div {
        h1 { t("home.begin.title") }
        p(.class("lead")) { t("home.begin.lead") }
        ol(.class("steps")) {
          for step in ["people", "choose", "write"] {
            li {
              strong { t("home.begin.\(step).title") }
              br()
              span(.class("soft")) { t("home.begin.\(step).text") }
            }
          }
        }
        div(.class("actions")) { beginningActions(t) }
      }
      img(.class("scene"), .src(t.picture("dusk.svg")), .width("1200"), .height("560"), .alt(""))
    }
  }

  @NodeBuilder private func beginningActions(_ t: Phrases) -> [Node] {
    if peopleCount == 0 {
      a(.class("button primary"), .href(Path.newImport.text)) {
        t.icon("people")
        t("home.begin.bring")
      }
      a(.class("button quiet"), .href(Path.newParty.text)) { t("home.begin.partyFirst") }
    } else {
      a(.class("button primary"), .href(Path.newParty.text)) {
        t.icon("plus")
        t("parties.new.title")
      }
      a(.class("button quiet"), .href(Path.people.text)) { t.count("home.begin.people", peopleCount) }
    }
  }

  private func overview(_ t: Phrases) -> Node {
    group {
      div(.class("page-head")) {
        div(.class("row")) {
          h1 { name.isEmpty ? t("home.welcomeAnyone") : t("home.welcome", ["name": name]) }
          a(.class("button"), .href(Path.newParty.text)) {
            t.icon("plus")
            t("parties.new.title")
          }
        }
      }
      if let next { NextPanel(facts: next, step: JourneyStep(next, now: now), namesParty: true).node(t) }
      section(.class("stack"), .aria(.labelledBy, "parties")) {
        h2(.id("parties")) { t("home.parties") }
        ul(.class("parties")) { for facts in active.prefix(8) { PartyItem(facts: facts, now: now).node(t) } }
        if active.count > 8 || active.count < parties.count {
          p { a(.href(Path.parties.text)) { t.count("home.allParties", parties.count) } }
        }
      }
      WaitingLists(
        parties: active.map { ($0.party.title, Waiting($0, now: now)) }, now: now
      ).node(t)
    }
  }

  /// Those under way; all, where none is.
  private var active: [PartyFacts] {
    let open = parties.filter { !$0.party.isDone }
    return open.isEmpty ? parties : open
  }

  /// The party whose host has something to do, those that are furthest first.
  private var next: PartyFacts? {
    let order: [PartyStage] = [.open, .inviting, .scheduled, .draft]
    let mine = active.filter { JourneyStep($0, now: now).isForHost }
    return (mine.isEmpty ? active : mine).min {
      (order.firstIndex(of: $0.party.stage) ?? order.count) < (order.firstIndex(of: $1.party.stage) ?? order.count)
    }
  }
}
