import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// A party at a glance: its stage, the next step, the guests, and the things people are waiting for.
package struct PartyPage: Page {
  package let facts: PartyFacts
  let hostName: String
  /// True for the party's first host, false for the co-host.
  var isOwner = true
  /// The part that was just saved.
  var saved = ""
  /// An address that could not be invited, with the reason.
  var typed = ""
  var error: Message?
  package let now: Date

  package init(
    facts: PartyFacts, hostName: String, isOwner: Bool = true, saved: String = "", typed: String = "",
    error: Message? = nil, now: Date
  ) {
    self.facts = facts
    self.hostName = hostName
    (self.isOwner, self.saved, self.typed, self.error) = (isOwner, saved, typed, error)
    self.now = now
  }

  package var chrome: Chrome { .host(current: .home) }
  package var modules: [String] { facts.held == nil ? [] : ["second"] }

  package static var samples: [PartyPage] {
    (PartyFacts.samples + [.withGuestOfHonour]).map {
      PartyPage(facts: $0, hostName: "Miriam Sander", now: PartyFacts.sampleTime)
    }
  }

  package func title(_ t: Phrases) -> String { party.title }

  private var party: Party { facts.party }

  package func body(_ t: Phrases) -> Node {
    group {
      div(.class("page-head")) {
        BackLink(to: Path.parties, t("parties.all")).node(t)
        h1 { party.title }
        if let occasion = facts.occasion { p(.class("lead")) { occasion.instead(t) } }
      }
      SavedNotice("cohost.saved.\(saved)").node(t)
      JourneyStrip(facts, now: now).node(t)
      HeldNotice(facts.held, now: now).node(t)
      NextPanel(facts: facts, step: JourneyStep(facts, now: now)).node(t)
      div(.class("columns wide-side")) {
        div(.class("stack")) {
          WaitingLists(parties: [(nil, Waiting(facts, now: now))], now: now).node(t)
          about(t)
          basics(t)
        }
        div(.class("stack")) {
          whoComes(t)
          if party.stage == .scheduled { DoorTick(party: party, back: "party").node(t) }
          circle(t)
          CohostCard(facts: facts, hostName: hostName, isOwner: isOwner, typed: typed, error: error).node(t)
        }
      }
      ending(t)
    }
  }

  private func about(_ t: Phrases) -> Node {
    let substance = party.substance
    return section(.class("card"), .aria(.labelledBy, "about")) {
      h2(.id("about")) { t("party.about") }
      if !substance.question.isEmpty { p(.class("serif lead")) { t("party.quoted", ["text": substance.question]) } }
      if substance.missing.count == SubstanceField.allCases.count {
        p(.class("soft")) { t("party.aboutNothing") }
      } else {
        dl(.class("facts")) {
          fact(t("party.topic"), substance.topic.isEmpty ? t("party.missing") : substance.topic)
          if substance.question.isEmpty { fact(t("party.question"), t("party.missing")) }
          fact(t("party.contribution"), substance.contribution.isEmpty ? t("party.missing") : substance.contribution)
        }
      }
      if facts.canBeEdited { p { a(.href(Path.substance(party.id).text)) { t("party.editSubstance") } } }
    }
  }

  private func basics(_ t: Phrases) -> Node {
    section(.class("card"), .aria(.labelledBy, "basics")) {
      h2(.id("basics")) { t("party.basics") }
      dl(.class("facts")) {
        fact(t("party.letters"), t("parties.form.\(party.form.rawValue)"))
        fact(t("parties.field.seats"), t.number(party.seats))
        fact(t("parties.field.minutes"), t("parties.minutes", ["count": t.number(party.minutes)]))
        fact(t("party.dayBefore"), dayBefore(t))
        fact(t("party.zone"), ZoneName.label(t.zones[party.zone], at: party.start ?? now, t.language))
      }
      if let advice = facts.seatAdvice.message(seats: party.seats) { p(.class("hint")) { t(advice) } }
      if facts.canBeEdited { p { a(.href(Path.partyBasics(party.id).text)) { t("party.editBasics") } } }
    }
  }

  private func dayBefore(_ t: Phrases) -> String {
    party.dayBeforeHour.map { t("party.dayBefore.hour", ["hour": "\($0)"]) } ?? t("parties.dayBefore.none")
  }

  @NodeBuilder private func fact(_ name: String, _ value: String) -> [Node] {
    dt { name }
    dd { value }
  }

  private func whoComes(_ t: Phrases) -> Node {
    section(.class("card"), .aria(.labelledBy, "who")) {
      h2(.id("who")) { t(facts.canBeEdited ? "party.who" : "party.whoAnswered") }
      RoundTable(facts, hostName: hostName).node(t)
      if !facts.atTable.isEmpty {
        ul(.class("people compact")) { for known in facts.atTable { guest(known, t) } }
      }
      if facts.canBeEdited { p(.class("small soft")) { places(t) } }
      div(.class("actions")) {
        if facts.canBeEdited {
          a(.class("button small"), .href(Path.choosing(party.id).text)) { t("party.toChoosing") }
        }
        a(.class("button small"), .href(Path.letters(party.id).text)) { t("party.toLetters") }
        if party.isMeeting { a(.class("button small"), .href(Path.programme(party.id).text)) { t("party.toEvening") } }
        if !facts.written.isEmpty {
          if facts.canBeEdited { a(.class("button small"), .href(Path.waves(party.id).text)) { t("party.toWaves") } }
          a(.class("button small"), .href(Path.outbox(party.id).text)) { t("party.toOutbox") }
          if party.takesAnswers {
            a(.class("button small"), .href(Path.message(party.id).text)) { t("party.toMessage") }
          }
        }
      }
    }
  }

  /// The circle it belongs to, and its guest of honour.
  @NodeBuilder private func circle(_ t: Phrases) -> [Node] {
    if let circle = facts.circle {
      section(.class("card"), .aria(.labelledBy, "circle")) {
        h2(.id("circle")) { circle.name }
        if let honoured = facts.honoured {
          p {
            t("party.honour") + ": "
            strong { honoured.name }
            span(.class("small soft")) { "\u{A0}· " + t("guest.state.\(honoured.guest.invitation.state.rawValue)") }
          }
        }
        div(.class("actions")) {
          a(.class("button small"), .href(Path.circle(circle.id).text)) { t("party.toCircle") }
          if facts.honoured != nil || facts.canBeEdited {
            a(.class("button small"), .href(honourPath(circle).text)) {
              t(facts.honoured == nil ? "party.inviteHonour" : "party.toHonour")
            }
          }
        }
      }
    }
  }

  private func honourPath(_ circle: KnownCircle) -> Path {
    facts.honoured == nil ? .circleHonour(circle.id) : .honour(party.id)
  }

  private func guest(_ known: KnownGuest, _ t: Phrases) -> Node {
    li {
      div {
        a(.class("plain"), .href(Path.guestHistory(party.id, known.guest.id).text)) { strong { known.name } }
        if !known.organisation.isEmpty {
          br()
          span(.class("small soft")) { known.organisation }
        }
      }
      span(.class("small")) { t("guest.state.\(known.guest.invitation.state.rawValue)") }
    }
  }

  private func places(_ t: Phrases) -> String {
    let taken = facts.written.isEmpty ? facts.chosen.count : facts.plan?.seatsHeld ?? 0
    let free = t.count("party.free", max(0, party.seats - taken))
    return facts.reserves.isEmpty ? free : free + " " + t.count("party.reserves", facts.reserves.count)
  }

  @NodeBuilder private func ending(_ t: Phrases) -> [Node] {
    if facts.canBeDeleted, isOwner {
      details {
        summary { t("party.end.draft") }
        div(.class("actions")) {
          a(.class("button danger"), .href(Path.partyDeletion(party.id).text)) { t("party.delete.open") }
        }
      }
    } else if [.inviting, .scheduled].contains(party.stage) {
      details {
        summary { t("party.end.underWay") }
        p { t("party.end.underWayText") }
        div(.class("actions")) {
          a(.class("button danger"), .href(Path.cancellation(party.id).text)) { t("party.cancel.open") }
        }
      }
    }
  }
}

/// Asks before a draft is deleted.
package struct PartyDeletionPage: Page {
  package let party: Party
  let guestCount: Int

  package init(party: Party, guestCount: Int) {
    self.party = party
    self.guestCount = guestCount
  }

  package var chrome: Chrome { .host(current: .home) }
  package var isNarrow: Bool { true }

  package static var samples: [PartyDeletionPage] { [PartyDeletionPage(party: .sample(), guestCount: 6)] }

  package func title(_ t: Phrases) -> String { t("party.delete.title") }

  package func body(_ t: Phrases) -> Node {
    group {
      div(.class("page-head")) {
        BackLink(to: Path.party(party.id), party.title).node(t)
        h1 { title(t) }
        p(.class("lead")) { t.count("party.delete.text", guestCount, ["title": party.title]) }
      }
      form(.method("post"), .action(Path.partyDeletion(party.id).text), .class("actions")) {
        button(.class("button danger"), .type("submit")) { t("party.delete.button") }
        a(.class("button quiet"), .href(Path.party(party.id).text)) { t("party.delete.keep") }
      }
    }
  }
}

extension PartyFacts {
  /// False once it is over or cancelled.
  package var canBeEdited: Bool { !party.isDone }

  /// True as long as nobody has heard of it.
  package var canBeDeleted: Bool { party.stage == .draft && written.isEmpty }
}
