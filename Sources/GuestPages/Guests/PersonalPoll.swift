import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// The slots with three answers each, in the guest's own zone. Other people's votes are not here.
struct PersonalPoll {
  let view: PersonalView
  var isSaved = false

  func node(_ t: Phrases) -> Node {
    section(.aria(.labelledBy, "poll")) {
      h2(.id("poll")) { t("guests.poll.title") }
      if isSaved { SavedNotice("guests.saved.votes").node(t) }
      p(.class("soft"), Attribute("data-zone-text", nil)) { t.said(lead) }
      p { t("guests.poll.counts") }
      if view.hasVotesByHost { p(.class("notice")) { t("guests.poll.entered", ["host": view.host.name]) } }
      ZoneChoice(view: view).node(t)
      form(.class("form"), .method("post"), .action(Path.votes(view.token).text)) {
        ZoneChoice.hidden(view)
        div(.class("slots")) { for slot in view.slots { row(slot, t) } }
        if view.standing.place == .asked { ShownChoice(view: view, id: "shown-poll").node(t) }
        div(.class("actions")) {
          button(
            .class(view.hasVoted ? "button" : "button primary"), .type("submit"), .name("all"), .value("1"),
            .data("data-key", "votes")
          ) { t(view.hasVoted ? "guests.poll.change" : "guests.poll.all") }
          if !view.hasVoted { button(.class("button quiet"), .type("submit")) { t("guests.poll.later") } }
        }
        if !view.hasVoted { p(.class("hint")) { t("guests.poll.all.hint") } }
      }
    }
  }

  private func lead(_ t: Phrases) -> String {
    guard let deadline = view.party.pollDeadline else { return t("guests.poll.lead") }
    if deadline <= view.now { return t("guests.poll.past", ["host": view.host.name]) }
    return t("guests.poll.leadUntil", ["day": t.until(deadline, host: t.zones[view.party.zone])])
  }

  private func row(_ slot: Slot, _ t: Phrases) -> Node {
    fieldset(.class("slot")) {
      legend {
        SlotTime(start: slot.start, minutes: slot.minutes).day(t)
        small { SlotTime(start: slot.start, minutes: slot.minutes).clocks(t) }
      }
      div(.class("choices")) { for value in VoteValue.allCases { choice(value, slot, t) } }
    }
  }

  private func choice(_ value: VoteValue, _ slot: Slot, _ t: Phrases) -> Node {
    let isChosen = view.votes[slot.id] == value
    let attributes: [Attribute] = [.type("radio"), .name("vote.\(slot.id)"), .value(value.rawValue)]
    return label(.class(value == .ifNeeded ? "perhaps" : value.rawValue)) {
      element(.void("input"), isChosen ? attributes + [.checked] : attributes)
      span {
        t.icon("check")
        t("vote.\(value.rawValue)")
      }
    }
  }
}
