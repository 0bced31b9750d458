import Core
import Foundation
import HTML
import House
import Records
import Site

/// For the person a guest of honour named to answer for them: the slot, the answer, a delay, the brief. Not the floor.
package struct AssistantPage: Page {
  package let token: Token
  package let standing: GuestStanding
  package let party: Party
  package let person: KnownGuest
  package let visit: HonourVisit
  package let assistant: Honour.Assistant
  package let now: Date
  var saved = ""

  package init(
    token: Token, standing: GuestStanding, party: Party, person: KnownGuest, visit: HonourVisit,
    assistant: Honour.Assistant, now: Date, saved: String = ""
  ) {
    self.token = token
    self.standing = standing
    self.party = party
    self.person = person
    self.visit = visit
    self.assistant = assistant
    self.now = now
    self.saved = saved
  }

  package var chrome: Chrome { .guest }

  package func title(_ t: Phrases) -> String { t("assistant.page.title", ["name": person.name]) }

  package func body(_ t: Phrases) -> Node {
    let t = t.inZone([person.guest.zone, party.zone])
    return group {
      section(.class("letter ring over-scene"), .aria(.labelledBy, "top")) {
        p(.class("over")) { visit.brief.circle }
        h1(.id("top")) { title(t) }
        if let start = visit.brief.start {
          DateBlock(start: start, minutes: visit.honour.minutes, host: party.zone).node(t)
        }
        p { t("assistant.page.\(isOpen ? "text" : "closed")", ["name": person.name]) }
        if standing.may(.calendar), party.confirmedAt != nil {
          div(.class("actions")) {
            a(.class("button"), .href(Path.assistantCalendar(token).text)) {
              t.icon("calendar")
              " " + t("guests.calendar.file")
            }
          }
        }
        if standing.may(.lateness), party.confirmedAt != nil, let slot = visit.slot { steps(slot, t) }
      }
      SavedNotice("assistant.saved.\(saved)").node(t)
      if isOpen {
        answer(t)
        if standing.may(.brief) {
          HonourBriefSection(brief: visit.brief, page: .assistantBrief(token), honoured: person.name).node(t)
        }
      }
      div(.class("topline")) { span(.class("soft")) { t("guests.pageFor", ["name": assistant.name]) } }
    }
  }

  private var isOpen: Bool { standing.may(.answer) }

  private func steps(_ slot: HonourSlot, _ t: Phrases) -> Node {
    div(.class("visit")) {
      p(.class("serif")) {
        VisitWords(standing: slot.standing(at: Moment(now)), lateness: slot.lateMinutes, honoured: person.name).text(t)
      }
      LatenessForm(slot: slot, action: .assistantLateness(token), now: now).node(t)
    }
  }

  private func answer(_ t: Phrases) -> Node {
    section(.aria(.labelledBy, "answer")) {
      h2(.id("answer")) { t("assistant.answer", ["name": person.name]) }
      form(.class("answers"), .method("post"), .action(Path.assistantReply(token).text)) {
        for answer in Answer.allCases { choice(answer, t) }
      }
    }
  }

  private func choice(_ answer: Answer, _ t: Phrases) -> Node {
    button(
      .class("button"), .type("submit"), .name("answer"), .value(answer.rawValue),
      Attribute("aria-pressed", person.guest.invitation.answer == answer ? "true" : "false")
    ) {
      t.icon("glass-\(answer.rawValue)", style: "")
      span { t("entered.answer.\(answer.rawValue)") }
    }
  }
}
