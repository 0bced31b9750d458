import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// The party's guests, for a co-host who doesn't own the address book they are chosen from.
package struct ChosenPage: Page {
  package let facts: PartyFacts
  let owner: String
  package let now: Date

  package init(facts: PartyFacts, owner: String, now: Date) {
    (self.facts, self.owner, self.now) = (facts, owner, now)
  }

  package var chrome: Chrome { .host(current: .home) }

  package static var samples: [ChosenPage] {
    [ChosenPage(facts: .inviting, owner: "Miriam Sander", now: PartyFacts.sampleTime)]
  }

  package func title(_ t: Phrases) -> String { t("choosing.title") }

  package func body(_ t: Phrases) -> Node {
    group {
      PartyHead(facts, here: .choosing, title: Message("choosing.title"), now: now).node(t)
      p(.class("notice")) { t("cohost.choosing", ["host": owner]) }
      people("cohost.chosen", facts.atTable, t)
      people("cohost.reserves", facts.reserves, t)
    }
  }

  private func people(_ key: String, _ people: [KnownGuest], _ t: Phrases) -> Node {
    if people.isEmpty { return .nothing }
    return section(.class("card"), .aria(.labelledBy, key)) {
      h2(.id(key)) { t(key) }
      ul(.class("people compact")) {
        for known in people {
          li {
            a(.class("plain"), .href(Path.guestHistory(facts.party.id, known.guest.id).text)) { known.name }
            if !known.organisation.isEmpty { span(.class("small soft")) { known.organisation } }
          }
        }
      }
    }
  }
}
