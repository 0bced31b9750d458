import Core
import Foundation
import HTML
import House
import Records
import Site

/// All parties of a host: those under way, then those that are over.
package struct PartyListPage: Page {
  /// Of the page that is shown.
  package let parties: [PartyFacts]
  let pager: Pager
  package let now: Date

  package init(parties: [PartyFacts], pager: Pager, now: Date) {
    self.parties = parties
    self.pager = pager
    self.now = now
  }

  static let size = 24

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
        if parties.isEmpty { p(.class("lead")) { t("parties.none") } }
      }
      list("parties.underWay", parties.filter { !$0.party.isDone }, t)
      list("parties.over", parties.filter(\.party.isDone), t)
      pager.node(t, label: t("parties.pages")) { Path.parties.query([("page", $0 == 1 ? "" : String($0))]) }
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
