import Core
import Foundation
import HTML

/// All parties of a host: those under way, then those that are over.
struct PartyListPage: Page {
  let parties: [PartyFacts]
  let now: Date

  var chrome: Chrome { .host(current: .home) }

  static var samples: [PartyListPage] {
    [
      PartyListPage(parties: [], now: PartyFacts.sampleTime),
      PartyListPage(parties: PartyFacts.samples, now: PartyFacts.sampleTime),
    ]
  }

  func title(_ t: Phrases) -> String { t("frame.home") }

  func body(_ t: Phrases) -> Node {
    group {
      div(.class("page-head")) {
        div(.class("row")) {
          h1 { title(t) }
          a(.class("button primary"), .href(Path.newParty.text)) {
            t.icon("plus")
            t("parties.new.title")
          }
        }
        if parties.isEmpty { p(.class("lead")) { t("parties.none") } }
      }
      list("parties.underWay", parties.filter { !$0.party.isDone }, t)
      list("parties.over", parties.filter(\.party.isDone), t)
    }
  }

  @NodeBuilder private func list(_ heading: String, _ parties: [PartyFacts], _ t: Phrases) -> [Node] {
    if !parties.isEmpty {
      section(.class("stack")) {
        h2 { t(heading) }
        ul(.class("parties")) { for facts in parties { PartyItem(facts: facts, now: now).node(t) } }
      }
    }
  }
}
