import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// A party's guest of honour, for its host: one form before, letter and questions until the evening, thanks after it.
package struct HonourPage: Page {
  let view: HonourView
  var entered: HonourEntry
  var errors = FieldErrors()
  /// True if the host has read why it is early.
  var isEarly = false
  var problem: Message?
  var saved = ""

  package init(
    view: HonourView, entered: HonourEntry, errors: FieldErrors = FieldErrors(), isEarly: Bool = false,
    problem: Message? = nil, saved: String = ""
  ) {
    self.view = view
    self.entered = entered
    self.errors = errors
    self.isEarly = isEarly
    self.problem = problem
    self.saved = saved
  }

  package var chrome: Chrome { .host(current: .circles) }
  package var modules: [String] { view.held == nil ? ["count"] : ["count", "second"] }

  package func title(_ t: Phrases) -> String { t("honour.title") }

  package func body(_ t: Phrases) -> Node {
    let t = t.inZone(view.party.zone)
    return group {
      div(.class("page-head")) {
        BackLink(to: Path.party(view.party.id), view.party.title).node(t)
        h1 { title(t) }
        p(.class("lead")) { lead(t) }
      }
      HeldNotice(view.held, now: view.now).node(t)
      notices(t)
      if let seat = view.seat {
        seated(seat, t)
      } else if view.isOpen {
        HonourForm(view: view, entered: entered, errors: errors, isEarly: isEarly).node(t)
      }
    }
  }

  private func lead(_ t: Phrases) -> String {
    guard let seat = view.seat else { return t(view.isOpen ? "honour.lead.form" : "honour.lead.late") }
    return t("honour.lead.seat", ["name": seat.person.name, "circle": view.circle.name])
  }

  @NodeBuilder private func notices(_ t: Phrases) -> [Node] {
    if let problem {
      div(.class("notice bad"), .role("alert")) {
        t.icon("warning")
        p { t(problem) }
      }
    }
    if problem == nil { SavedNotice("honour.saved.\(saved)").node(t) }
  }

  @NodeBuilder private func seated(_ seat: HonourView.Seat, _ t: Phrases) -> [Node] {
    HonourStanding(view: view, seat: seat).node(t)
    if view.party.isOver { HonourThanks(view: view, seat: seat).node(t) }
    div(.class("columns wide-side")) {
      div(.class("stack")) {
        HonourLetterPanel(view: view, seat: seat, errors: errors).node(t)
      }
      div(.class("stack")) {
        if !view.party.isDone { slotForm(seat, t) }
        HonourQuestionsPanel(view: view).node(t)
        if view.isOpen { release(seat, t) }
      }
    }
  }

  private func slotForm(_ seat: HonourView.Seat, _ t: Phrases) -> Node {
    form(.class("form card"), .method("post"), .action(Path.honourSlot(view.party.id).text), .data("data-dirty", "")) {
      h2 { t("honour.slot.title") }
      HonourSlotFields(party: view.party, entered: entered, errors: errors).node(t)
      if seat.isWritten { p(.class("hint")) { t("honour.slot.written") } }
      div(.class("actions")) { button(.class("button"), .type("submit")) { t("guests.save") } }
    }
  }

  private func release(_ seat: HonourView.Seat, _ t: Phrases) -> Node {
    details {
      summary { t("honour.release.title") }
      p { t(seat.isWritten ? "honour.release.written" : "honour.release.text", ["name": seat.person.name]) }
      form(.class("actions"), .method("get"), .action(Path.honourWithdrawal(view.party.id).text)) {
        button(.class("button danger"), .type("submit")) { t("honour.release.button") }
      }
    }
  }
}
