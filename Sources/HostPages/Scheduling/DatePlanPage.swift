import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// A fixed date, or slots to choose from. Both halves are there; the style sheet shows the ticked one.
package struct DatePlanPage: Page {
  package let facts: PartyFacts
  package let plan: DatePlan
  package let now: Date
  var errors: FieldErrors
  /// The part that was just saved.
  var saved = ""

  package init(_ view: DateView, plan: DatePlan, errors: FieldErrors = FieldErrors()) {
    facts = view.facts
    self.plan = plan
    now = view.now
    self.errors = errors
  }

  package var chrome: Chrome { .host(current: .home) }

  package func title(_ t: Phrases) -> String { t("scheduling.title") }

  package func body(_ t: Phrases) -> Node {
    group {
      PartyHead(facts, here: .date, title: Message("scheduling.title"), now: now).node(t)
      SavedNotice("scheduling.saved.\(saved)").node(t)
      form(.class("stack dateplan"), .method("post"), .action(Path.slots(facts.party.id).text)) {
        // Enter in a field presses the first button of a form: it should save, not remove a row.
        button(.class("visually-hidden"), .type("submit"), Attribute("tabindex", "-1"), .aria(.hidden, "true")) {
          t("scheduling.save")
        }
        kinds(t)
        div(.class("columns")) {
          div(.class("stack")) {
            fixedDate(t)
            DatePlanRows(rows: plan.rows, errors: errors).node(t)
          }
          side(t)
        }
        div(.class("actions")) { button(.class("button primary"), .type("submit")) { t("scheduling.save") } }
      }
    }
  }

  private func kinds(_ t: Phrases) -> Node {
    fieldset {
      legend(.class("visually-hidden")) { t("scheduling.kind") }
      div(.class("options")) {
        kind("fixed", !plan.isPoll, t)
        kind("poll", plan.isPoll, t)
      }
    }
  }

  private func kind(_ value: String, _ isChosen: Bool, _ t: Phrases) -> Node {
    let attributes: [Attribute] = [.type("radio"), .name("kind"), .value(value)]
    return label(.class("tick")) {
      element(.void("input"), isChosen ? attributes + [.checked] : attributes)
      span {
        t("scheduling.kind.\(value)")
        small { t("scheduling.kind.\(value).hint") }
      }
    }
  }

  private func fixedDate(_ t: Phrases) -> Node {
    fieldset(.class("card only-fixed")) {
      legend(.class("visually-hidden")) { t("scheduling.kind.fixed") }
      div(.class("fields")) {
        field("fixedDate", t("scheduling.day"), plan.fixed.date, "date", t)
        field("fixedTime", t("scheduling.from"), plan.fixed.time, "time", t)
      }
      p(.class("hint")) { t("scheduling.fixed.hint") }
    }
  }

  private func side(_ t: Phrases) -> Node {
    div(.class("card")) {
      TextField(
        name: "minutes", label: t("scheduling.minutes"), value: plan.minutes, error: errors["minutes"].map { t($0) },
        type: "number", more: [.min("15"), .max("480"), .step("5"), .inputmode("numeric")]
      ).node
      ZoneField(
        name: "zone", label: t("scheduling.zone.label"), chosen: plan.zone, hint: t("scheduling.zone.hint"),
        error: errors["zone"].map { t($0) }
      ).node(t)
      div(.class("only-poll")) {
        TextField(
          name: "deadline", label: t("scheduling.deadline"), value: plan.deadline, hint: t("scheduling.deadline.hint"),
          error: errors["deadline"].map { t($0) }, type: "date"
        ).node
      }
      if !candidates.isEmpty { mustHave(t) }
    }
  }

  private var candidates: [KnownGuest] { facts.guests.filter { $0.guest.standing == .chosen } }

  private func mustHave(_ t: Phrases) -> Node {
    fieldset(.class("field")) {
      legend { t("scheduling.mustHave") }
      for person in candidates {
        let attributes: [Attribute] = [.type("checkbox"), .name("must"), .value(person.guest.id.description)]
        input(.type("hidden"), .name("listed"), .value(person.guest.id.description))
        label(.class("tick")) {
          element(
            .void("input"), plan.mustHave.contains(person.guest.id) ? attributes + [.checked] : attributes)
          span { person.name }
        }
      }
    }
  }

  private func field(_ name: String, _ label: String, _ value: String, _ type: String, _ t: Phrases) -> Node {
    let isClock = type == "time"
    return TextField(
      name: name, label: label, value: value, error: errors[name].map { t($0) }, type: isClock ? "text" : type,
      more: isClock ? ClockField.attributes : []
    ).node
  }
}
