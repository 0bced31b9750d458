import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// A confirmed date: the guests who have it in their calendar, and how to move or cancel it.
struct StandingDate {
  let view: DateView
  let start: Date
  let moving: DatePlan.Row?
  let errors: FieldErrors

  private var party: Party { view.facts.party }

  func node(_ t: Phrases) -> Node {
    group {
      section(.class("next"), .aria(.labelledBy, "next")) {
        t.icon("lamp", style: "lamp")
        t.icon("mark", style: "table")
        p(.class("over")) { t("scheduling.stands") }
        h2(.id("next")) { t.said { "\($0.day(start)), \($0.clocks(start, minutes: party.minutes))" } }
        p { t("scheduling.zone", ["zone": t.zoneName]) }
      }
      div(.class("columns even")) {
        if party.stage == .scheduled {
          MovingForm(party: party, start: start, moving: moving, errors: errors).node(t)
        }
        entries(t)
      }
    }
  }

  private func entries(_ t: Phrases) -> Node {
    section(.class("card"), .aria(.labelledBy, "entries")) {
      let isOnTheWay = view.facts.mailsForHost + view.facts.queuedMails > 0
      h2(.id("entries")) { t(isOnTheWay ? "scheduling.entries.onTheirWay" : "scheduling.entries.title") }
      let known = view.facts.guests.filter { view.entered.contains($0.guest.id) }
      if known.isEmpty { p(.class("soft")) { t("scheduling.entries.none") } }
      ul(.class("plainlist")) {
        for person in known {
          li { a(.class("plain"), .href(Path.guestHistory(party.id, person.guest.id).text)) { person.name } }
        }
      }
      p(.class("small soft")) { t("scheduling.entries.hint") }
      p { a(.href(Path.hostEntry(party.id).text)) { t("calendar.host.file") } }
    }
  }
}

/// Another date for a party that has one, or for one that did not take place.
struct MovingForm {
  let party: Party
  let start: Date?
  let moving: DatePlan.Row?
  let errors: FieldErrors

  func node(_ t: Phrases) -> Node {
    let typed = moving ?? start.map { DatePlan.Row($0, in: t.zones[party.zone]) }
    return form(.class("card"), .method("get"), .action(Path.confirmation(party.id).text)) {
      h2 { t(word("title")) }
      p(.class("soft")) { t(word("lead")) }
      div(.class("fields")) {
        TextField(
          name: "date", label: t("scheduling.day"), value: typed?.date ?? "", error: errors["date"].map { t($0) },
          type: "date"
        ).node
        TextField(
          name: "time", label: t("scheduling.from"), value: typed?.time ?? "", error: errors["time"].map { t($0) },
          more: ClockField.attributes
        ).node
      }
      div(.class("actions")) {
        button(.class("button"), .type("submit")) { t("scheduling.move.look") }
        if !party.isMissed {
          a(.class("button quiet"), .href(Path.cancellation(party.id).text)) { t("scheduling.cancel.link") }
        }
      }
    }
  }

  private func word(_ key: String) -> String {
    party.isMissed ? "scheduling.anew.\(key)" : "scheduling.move.\(key)"
  }
}

/// A date given by the host that nobody has confirmed yet.
struct FixedDate {
  let party: Party
  let start: Date

  func node(_ t: Phrases) -> Node {
    section(.class("next"), .aria(.labelledBy, "next")) {
      t.icon("lamp", style: "lamp")
      t.icon("mark", style: "table")
      p(.class("over")) { t("scheduling.fixed.over") }
      h2(.id("next")) { t.said { "\($0.day(start)), \($0.clocks(start, minutes: party.minutes))" } }
      p { t("scheduling.zone", ["zone": t.zoneName]) + " " + t("scheduling.fixed.text") }
      div(.class("actions")) {
        if party.stage == .inviting {
          form(.method("post"), .action(Path.confirmation(party.id).text)) {
            button(.class("button primary"), .type("submit")) { t("scheduling.confirm") }
          }
        }
        if party.isPlannable { a(.class("button"), .href(Path.slots(party.id).text)) { t("scheduling.fixed.change") } }
        a(.class("button quiet"), .href(Path.cancellation(party.id).text)) { t("scheduling.cancel.link") }
      }
    }
  }
}
