import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// Guests down, slots across; each vote is a coaster and a word.
struct VotesTable {
  let view: DateView

  func node(_ t: Phrases) -> Node {
    section(.class("stack"), .aria(.labelledBy, "votes")) {
      h2(.id("votes")) { t("scheduling.votes.title") }
      div(.class("scroll"), Attribute("tabindex", "0"), .role("region"), .aria(.label, t("scheduling.votes.table"))) {
        table(.class("votes")) {
          caption { t("scheduling.votes.caption", ["zone": t.zoneName]) }
          thead {
            tr {
              th(.scope("col")) { t("scheduling.votes.guest") }
              for slot in poll.slots { column(slot, t) }
            }
          }
          tbody { for voter in view.voters { row(voter, t) } }
          element("tfoot", []) {
            sums(t)
            if let busy = view.busy, busy.readAt != nil { own(busy, t) }
          }
        }
      }
      if let busy = view.busy { BusyNote(busy: busy).node(t) }
    }
  }

  /// The entries in the host's own calendar during each slot: their times alone.
  private func own(_ busy: BusyTimes, _ t: Phrases) -> Node {
    tr {
      th(.scope("row")) { t("busy.own") }
      for slot in poll.slots {
        element("td", mark(slot)) {
          let clashes = busy.clashes(with: slot) ?? []
          if clashes.isEmpty { span(.class("soft")) { t("busy.free") } }
          for clash in clashes {
            small {
              let minutes = Int(clash.upperBound.timeIntervalSince(clash.lowerBound) / 60)
              t("busy.taken") + " " + t.clocks(clash.lowerBound, minutes: max(1, minutes))
            }
          }
        }
      }
    }
  }

  private var poll: DatePoll { view.facts.poll }

  private func column(_ slot: Slot, _ t: Phrases) -> Node {
    element("th", [.scope("col")] + mark(slot)) {
      t.said { $0.shortDay(slot.start) }
      small { t.said { $0.clocks(slot.start, minutes: slot.minutes) } }
    }
  }

  private func row(_ person: KnownGuest, _ t: Phrases) -> Node {
    tr {
      th(.scope("row")) {
        a(.class("plain"), .href(Path.guestHistory(view.facts.party.id, person.guest.id).text)) { person.name }
        for note in notes(person.guest, t) { small { note } }
        if view.confirmed == nil, EnteredAnswerForm.isOffered(person, at: view.facts.party) {
          small {
            a(.href(Path.guestHistory(view.facts.party.id, person.guest.id).text + "#enter")) {
              t("entered.votes.enter")
              span(.class("visually-hidden")) { ": \(person.name)" }
            }
          }
        }
      }
      for slot in poll.slots {
        let isImplied = view.implied[person.guest.id]?.contains(slot.id) ?? false
        element("td", mark(slot)) {
          vote(poll.vote(of: person.guest.id, on: slot.id), isImplied: isImplied, t)
          if view.byHost[person.guest.id]?.contains(slot.id) ?? false {
            small(.class("soft")) { " " + t("entered.byYou") }
          }
        }
      }
    }
  }

  private func notes(_ guest: Guest, _ t: Phrases) -> [String] {
    var notes: [String] = []
    if guest.isMustHave { notes.append(t("scheduling.votes.mustHave")) }
    if let zone = t.zones.zone(guest.zone), zone != t.zones[view.facts.party.zone] {
      notes.append(t("scheduling.votes.zone", ["zone": ZoneName.city(zone.identifier, t.language)]))
    }
    if !guest.arrives.isEmpty { notes.append(t("scheduling.votes.arrives", ["time": guest.arrives])) }
    if !guest.leaves.isEmpty { notes.append(t("scheduling.votes.leaves", ["time": guest.leaves])) }
    return notes
  }

  private func vote(_ value: VoteValue?, isImplied: Bool, _ t: Phrases) -> Node {
    guard let value else { return span(.class("soft")) { t("vote.open") } }
    if isImplied { return span(.class("soft")) { t("vote.implied") } }
    let sign = value == .ifNeeded ? "perhaps" : value.rawValue
    return span(.class("coaster \(sign) bare")) {
      t.icon("coaster-\(sign)", style: "")
      span(.class("visually-hidden")) { t("vote.\(value.rawValue)") }
    }
  }

  private func sums(_ t: Phrases) -> Node {
    tr {
      th(.scope("row")) { t("scheduling.votes.sums") }
      for slot in poll.slots {
        let tally = SlotTally(slot, in: poll)
        element("td", [.class(isBest(slot) ? "best numeric" : "numeric")]) {
          "\(tally.yes.count) / \(tally.ifNeeded.count) / \(tally.no.count)"
        }
      }
    }
  }

  private func mark(_ slot: Slot) -> [Attribute] { isBest(slot) ? [.class("best")] : [] }

  private func isBest(_ slot: Slot) -> Bool { view.recommendation.best?.id == slot.id }
}

/// Shows the age of the host's own calendar, and why it could not be read.
struct BusyNote {
  let busy: BusyTimes

  func node(_ t: Phrases) -> Node {
    group {
      if !busy.problem.isEmpty {
        p(.class("notice bad")) { t("busy.problem.\(busy.problem)") }
      }
      if let read = busy.readAt { p(.class("small soft")) { t.said { $0("busy.readAt", ["time": $0.stamp(read)]) } } }
    }
  }
}
