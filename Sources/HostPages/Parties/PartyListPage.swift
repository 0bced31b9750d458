import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// All parties of a host: active ones, then those that are over.
package struct PartyListPage: Page {
  /// The parties on this page.
  package let parties: [PartyFacts]
  let pager: Pager
  package var filter = PartyFilter()
  /// The number of all parties, whatever the search.
  var total = 0
  package let now: Date

  package init(parties: [PartyFacts], pager: Pager, filter: PartyFilter = PartyFilter(), total: Int = 0, now: Date) {
    self.parties = parties
    self.pager = pager
    self.filter = filter
    self.total = total
    self.now = now
  }

  static let size = 24
  /// From this many on there is a search.
  static let searchable = 10

  package var chrome: Chrome { .host(current: .home) }

  package static var samples: [PartyListPage] {
    [
      PartyListPage(parties: [], pager: Pager(page: 1, size: size, total: 0), now: PartyFacts.sampleTime),
      PartyListPage(
        parties: PartyFacts.samples, pager: Pager(page: 2, size: size, total: 60), now: PartyFacts.sampleTime),
    ]
  }

  package func title(_ t: Phrases) -> String { t("frame.home") }

  package func body(_ t: Phrases) -> Node {
    group {
      div(.class("page-head")) {
        div(.class("row")) {
          h1 { title(t) }
          a(.class("button primary"), .href(Path.newParty.text)) {
            t.icon("plus")
            t("parties.new.title")
          }
        }
        if parties.isEmpty { p(.class("lead")) { t(filter.isEmpty ? "parties.none" : "parties.search.nothing") } }
      }
      if max(total, pager.total) >= Self.searchable || !filter.isEmpty { PartySearch(filter: filter).node(t) }
      list("parties.underWay", ahead, t)
      past(t)
      pager.node(t, label: t("parties.pages")) { page in
        Path.parties.query([
          ("q", filter.search), ("stage", filter.stage == .all ? "" : filter.stage.rawValue),
          ("page", page == 1 ? "" : String(page)),
        ])
      }
    }
  }

  private var ahead: [PartyFacts] { parties.filter { !$0.party.isDone } }

  /// Folded if there is anything else and no search.
  @NodeBuilder private func past(_ t: Phrases) -> [Node] {
    let past = parties.filter(\.party.isDone)
    if past.isEmpty || ahead.isEmpty || !filter.isEmpty {
      list("parties.over", past, t)
    } else {
      details {
        summary { t.count("parties.past", past.count) }
        ul(.class("parties")) { for facts in past { PartyItem(facts: facts, now: now).node(t) } }
      }
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
