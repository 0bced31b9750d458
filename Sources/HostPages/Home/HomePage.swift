import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// A host's first page: the next step, and the things people are waiting for.
package struct HomePage: Page {
  package let name: String
  let peopleCount: Int
  /// The active ones, limited to what a page can describe; if there are none, the newest.
  package let parties: [PartyFacts]
  /// The number of the host's parties in all.
  let total: Int
  /// Other hosts' parties that they co-host, or are asked to.
  var cohosted: [CohostedParty] = []
  /// No mail passes; nil while it does.
  var standstill: OutboxStatus.Pause?
  package let now: Date

  package init(
    name: String, peopleCount: Int, parties: [PartyFacts], total: Int, cohosted: [CohostedParty] = [], now: Date
  ) {
    self.name = name
    self.peopleCount = peopleCount
    self.parties = parties
    self.total = total
    self.cohosted = cohosted
    self.now = now
  }

  /// The number of parties whose waiting things it shows, and the number it lists.
  package static let (most, shown) = (24, 8)

  package var chrome: Chrome { .host(current: .home) }

  package static var samples: [HomePage] {
    let now = PartyFacts.sampleTime
    return [
      HomePage(name: "Miriam Sander", peopleCount: 0, parties: [], total: 0, cohosted: CohostedParty.samples, now: now),
      HomePage(name: "Miriam Sander", peopleCount: 120, parties: [], total: 0, now: now),
      HomePage(
        name: "Miriam Sander", peopleCount: 120, parties: PartyFacts.samples, total: PartyFacts.samples.count, now: now),
    ]
  }

  package func title(_ t: Phrases) -> String { t("frame.home") }

  package func body(_ t: Phrases) -> Node {
    group {
      CohostedList(parties: cohosted).questions(t)
      parties.isEmpty ? beginning(t) : overview(t)
      CohostedList(parties: cohosted).node(t)
    }
  }

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
      if let standstill { StandstillNotice(pause: standstill, isForOperator: false).node(t) }
      for facts in now(.open) { NextPanel(facts: facts, step: JourneyStep(facts, now: now), namesParty: true).node(t) }
      if now(.open).isEmpty, let next {
        NextPanel(facts: next, step: JourneyStep(next, now: now), namesParty: true).node(t)
      }
      WaitingLists(
        parties: active.map { ($0.party.title, Waiting($0, now: now)) }, now: now
      ).node(t)
      ahead(t)
      if total >= PartyListPage.searchable { PartySearch(filter: PartyFilter()).node(t) }
    }
  }

  /// Parties ahead are listed, drafts are folded if there is anything else, and past ones are a link.
  private func ahead(_ t: Phrases) -> Node {
    let (drafts, others) = (newest.filter { $0.party.stage == .draft }, newest.filter { $0.party.stage != .draft })
    return section(.class("stack"), .aria(.labelledBy, "parties")) {
      h2(.id("parties")) { t("home.parties") }
      list(others, t)
      if others.isEmpty {
        list(drafts, t)
      } else if !drafts.isEmpty {
        details {
          summary { t.count("home.drafts", drafts.count) }
          list(drafts, t)
        }
      }
      if newest.count < total || max(others.count, drafts.count) > Self.shown {
        p { a(.href(Path.parties.text)) { t.count("home.allParties", total) } }
      }
    }
  }

  @NodeBuilder private func list(_ parties: [PartyFacts], _ t: Phrases) -> [Node] {
    if !parties.isEmpty {
      ul(.class("parties")) { for facts in parties.prefix(Self.shown) { PartyItem(facts: facts, now: now).node(t) } }
    }
  }

  private func now(_ stage: PartyStage) -> [PartyFacts] { parties.filter { $0.party.stage == stage } }

  /// The active ones; if there are none, all.
  private var active: [PartyFacts] {
    let open = parties.filter { !$0.party.isDone || $0.mailsForHost > 0 }
    return open.isEmpty ? parties : open
  }

  private var newest: [PartyFacts] { active.sorted { $0.party.id > $1.party.id } }

  /// The party whose host has something to do; of several, the one furthest along.
  private var next: PartyFacts? {
    let order: [PartyStage] = [.open, .inviting, .scheduled, .draft]
    let mine = active.filter { JourneyStep($0, now: now).isForHost }
    return (mine.isEmpty ? active : mine).min {
      (order.firstIndex(of: $0.party.stage) ?? order.count) < (order.firstIndex(of: $1.party.stage) ?? order.count)
    }
  }
}
