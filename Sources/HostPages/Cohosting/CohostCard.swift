import Core
import HTML
import House
import Records
import Site

/// The hosts of the party, and the one who signs its letters.
struct CohostCard {
  let facts: PartyFacts
  let hostName: String
  let isOwner: Bool
  /// An address that could not be invited, with the reason.
  let typed: String
  let error: Message?

  func node(_ t: Phrases) -> Node {
    if facts.cohost == nil, !isOwner || facts.party.isDone { return .nothing }
    return section(.class("card"), .id("cohost"), .aria(.labelledBy, "cohost-title")) {
      h2(.id("cohost-title")) { t("cohost.title") }
      if let cohost = facts.cohost { standing(cohost, t) } else { invitation(t) }
    }
  }

  private var party: Party { facts.party }

  private func name(_ cohost: KnownCohost) -> String { cohost.name.isEmpty ? cohost.email : cohost.name }

  private func standing(_ cohost: KnownCohost, _ t: Phrases) -> Node {
    let names = ["host": hostName, "name": name(cohost)]
    return group {
      p { t(cohost.hasAccepted ? "cohost.together" : "cohost.asked", names) }
      if cohost.hasAccepted, !party.isDone { signing(cohost, t) }
      if isOwner {
        form(.class("actions"), .method("post"), .action(Path.cohost(party.id).text)) {
          button(.class("button small"), .type("submit"), .name("removed"), .value("1")) { t("cohost.remove", names) }
        }
      } else {
        form(.class("actions"), .method("post"), .action(Path.cohosting(party.id).text)) {
          button(.class("button small"), .type("submit"), .name("answer"), .value("no")) { t("cohost.leave") }
        }
      }
    }
  }

  private func signing(_ cohost: KnownCohost, _ t: Phrases) -> Node {
    form(.class("form"), .method("post"), .action(Path.signing(party.id).text)) {
      ChoiceField(
        name: "signer", label: t("cohost.signer"), options: [("owner", hostName), ("cohost", name(cohost))],
        chosen: cohost.signs ? "cohost" : "owner", hint: t("cohost.signerHint")
      ).node
      input(.type("hidden"), .name("asked"), .value("news"))
      label(.class("tick")) {
        element(
          .void("input"), [.type("checkbox"), .name("news"), .value("1")] + (hears(cohost) ? [.checked] : []))
        span { t("cohost.news") }
      }
      div(.class("actions")) { button(.class("button small"), .type("submit")) { t("guests.save") } }
    }
  }

  private func hears(_ cohost: KnownCohost) -> Bool { isOwner ? cohost.ownerHears : cohost.hears }

  private func invitation(_ t: Phrases) -> Node {
    group {
      p(.class("soft")) { t("cohost.lead") }
      form(.class("form"), .method("post"), .action(Path.cohost(party.id).text)) {
        TextField(
          name: "email", label: t("cohost.address"), value: typed, error: error.map { t($0) }, type: "email"
        ).node
        div(.class("actions")) { button(.class("button small"), .type("submit")) { t("cohost.invite") } }
      }
    }
  }
}

/// Other hosts' parties on the home page of somebody who co-hosts them, or is asked to.
struct CohostedList {
  let parties: [CohostedParty]

  /// What waits for an answer; it stands above everything.
  @NodeBuilder func questions(_ t: Phrases) -> [Node] {
    for party in parties where !party.hasAccepted { question(party, t) }
  }

  func node(_ t: Phrases) -> Node {
    let accepted = parties.filter(\.hasAccepted)
    if accepted.isEmpty { return .nothing }
    return section(.class("card"), .id("cohosted"), .aria(.labelledBy, "cohosted-title")) {
      h2(.id("cohosted-title")) { t("cohost.yours") }
      ul(.class("plainlist tight")) {
        for party in accepted {
          li {
            a(.href(Path.party(party.id).text)) { party.title }
            span(.class("soft")) { " · " + t("cohost.with", ["host": party.owner]) }
          }
        }
      }
    }
  }

  private func question(_ party: CohostedParty, _ t: Phrases) -> Node {
    div(.class("notice second")) {
      p { t("cohost.invitation", ["title": party.title, "host": party.owner]) }
      form(.class("actions"), .method("post"), .action(Path.cohosting(party.id).text)) {
        for (answer, style) in [("yes", "button small primary"), ("no", "button small")] {
          button(.class(style), .type("submit"), .name("answer"), .value(answer)) {
            t("cohost.answer.\(answer)")
            span(.class("visually-hidden")) { ": \(party.title)" }
          }
        }
      }
    }
  }
}
