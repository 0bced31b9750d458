import Acts
import Core
import HTML
import House
import Records
import Site

/// The proposed table: the people, the reasons, the alternatives, and the direction to lean in.
struct ProposalPanel {
  let proposal: Proposal
  let party: PartyID
  let query: ChoosingQuery

  func node(_ t: Phrases) -> Node {
    section(.class("card proposal"), .id("proposal"), .aria(.labelledBy, "proposed")) {
      h2(.id("proposed"), Attribute("tabindex", "-1")) { t("proposal.title") }
      p(.class("soft")) { t(proposal.isTaken ? "proposal.taken" : "proposal.lead") }
      if !proposal.breaches.isEmpty {
        for breach in proposal.breaches {
          p(.class("hint")) { breach.text(t) { proposal.names.people[$0, default: ""] } }
        }
      }
      div(.class("columns wide-side")) {
        div(.class("stack")) {
          ol(.class("people")) { for seat in proposal.seats { self.seat(seat, t) } }
          if !proposal.isTaken { take(t) }
          reserves(t)
        }
        div(.class("stack")) {
          CompanyDrawing(company: proposal.company).node(t)
          p(.class("small soft")) {
            t("proposal.sameMeaning") + " "
            a(.href(Path.settings.text + "#thesaurus-form")) { t("proposal.sameMeaningLink") }
          }
          LeaningForm(leaning: proposal.leaning, party: party, query: query).node(t)
        }
      }
    }
  }

  private func seat(_ seat: Proposal.Seat, _ t: Phrases) -> Node {
    li {
      div(.class("tight")) {
        h3(.class("name")) {
          seat.person.name
          if seat.isPinned || seat.isWritten {
            " "
            span(.class("chip")) { t(seat.isWritten ? "proposal.written" : "choosing.pinned") }
          }
        }
        if !seat.person.place.isEmpty { p(.class("small soft")) { seat.person.place } }
        if !seat.person.hasAddress {
          p(.class("small")) { coaster("warn", t("choosing.flag.noAddress"), t, mood: "warn") }
        }
        p(.class("reason")) { proposal.sentence(seat.reason, t) }
        if !seat.isWritten { replacements(seat, t) }
      }
      if !seat.isWritten { actions(seat, t) }
    }
  }

  private func actions(_ seat: Proposal.Seat, _ t: Phrases) -> Node {
    ShortlistForm(party: party, person: seat.person.id, query: query).node(t) {
      element(
        "button",
        [
          .class("button square"), .type("submit"), .name("change"), .value(seat.isPinned ? "unpin" : "pin"),
          .aria(.label, t("choosing.pin", ["name": seat.person.name])),
          Attribute("aria-pressed", seat.isPinned ? "true" : "false"),
        ]
      ) { t.icon("pin") }
      button(
        .class("button square"), .type("submit"), .name("change"), .value("exclude"),
        .aria(.label, t("choosing.exclude", ["name": seat.person.name]))
      ) { t.icon("cross") }
    }
  }

  @NodeBuilder private func replacements(_ seat: Proposal.Seat, _ t: Phrases) -> [Node] {
    if !seat.replacements.isEmpty {
      details(.class("small")) {
        summary { t("proposal.instead", ["name": seat.person.name]) }
        form(.class("actions"), .method("post"), .action(Path.exchange(party).text)) {
          input(.type("hidden"), .name("person"), .value(seat.person.id.description))
          query.hiddenFields
          for person in seat.replacements {
            button(.class("button small"), .type("submit"), .name("newcomer"), .value(person.id.description)) {
              person.name
            }
          }
        }
      }
    }
  }

  private func take(_ t: Phrases) -> Node {
    form(.class("actions"), .method("post"), .action(Path.proposal(party).text)) {
      for seat in proposal.seats { input(.type("hidden"), .name("guest"), .value(seat.person.id.description)) }
      query.hiddenFields
      button(.class("button primary"), .type("submit")) { t("proposal.take") }
    }
  }

  @NodeBuilder private func reserves(_ t: Phrases) -> [Node] {
    if !proposal.reserves.isEmpty {
      h3 { t("proposal.reserves") }
      p(.class("small soft")) { t("proposal.reservesHint") }
      ol(.class("people compact")) {
        for person in proposal.reserves {
          li {
            div {
              strong { person.name }
              if !person.place.isEmpty {
                br()
                span(.class("small soft")) { person.place }
              }
              if !person.hasAddress {
                br()
                coaster("warn", t("choosing.flag.noAddress"), t, mood: "warn")
              }
            }
            ShortlistForm(party: party, person: person.id, query: query).node(t) {
              button(.class("button small quiet"), .type("submit"), .name("change"), .value("reserve")) {
                t("choosing.toReserve")
                span(.class("visually-hidden")) { ": " + person.name }
              }
            }
          }
        }
      }
    }
  }
}
