import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// The guest to invite, with role, time and reason.
struct HonourForm {
  let view: HonourView
  let entered: HonourEntry
  let errors: FieldErrors
  let isEarly: Bool

  func node(_ t: Phrases) -> Node {
    div(.class("columns wide-side")) {
      form(.class("form card"), .method("post"), .action(Path.honour(view.party.id).text), .data("data-dirty", "")) {
        if isEarly { input(.type("hidden"), .name("early"), .value("1")) }
        h2 { t("honour.who.title") }
        who(t)
        h2 { t("honour.slot.title") }
        HonourSlotFields(party: view.party, entered: entered, errors: errors).node(t)
        div(.class("actions")) { button(.class("button primary"), .type("submit")) { t("honour.seat.button") } }
        p(.class("hint")) { t("honour.seat.hint") }
      }
      search(t)
    }
  }

  @NodeBuilder private func who(_ t: Phrases) -> [Node] {
    if let person = entered.person {
      input(.type("hidden"), .name("person"), .value(person.description))
      input(.type("hidden"), .name("name"), .value(entered.name))
      p {
        strong { entered.name }
        span(.class("soft")) { line.isEmpty ? "" : ", " + line }
      }
      p { a(.href(Path.honour(view.party.id).query([("early", "1")]))) { t("honour.who.other") } }
    } else {
      div(.class("fields")) {
        field("name", entered.name, t, isRequired: true).node
        field("email", entered.email, t, type: "email", hint: t("honour.field.email.hint")).node
        field("role", entered.role, t).node
        field("organisation", entered.organisation, t).node
      }
    }
  }

  private var line: String {
    [entered.role, entered.organisation].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func field(
    _ name: String, _ value: String, _ t: Phrases, type: String = "text", hint: String? = nil, isRequired: Bool = false
  ) -> TextField {
    TextField(
      name: name, label: t("honour.field.\(name)"), value: value, hint: hint, error: errors[name].map { t($0) },
      type: type, isRequired: isRequired, more: [.maxlength(String(PersonEntry.fieldLimit))])
  }

  private func search(_ t: Phrases) -> Node {
    section(.class("card"), .aria(.labelledBy, "book")) {
      h2(.id("book")) { t("honour.book.title") }
      form(.class("form"), .method("get"), .action(Path.honour(view.party.id).text)) {
        input(.type("hidden"), .name("early"), .value("1"))
        TextField(name: "who", label: t("honour.book.label"), value: view.search, type: "search").node
        div(.class("actions")) { button(.class("button"), .type("submit")) { t("honour.book.button") } }
      }
      if !view.search.isEmpty, view.found.isEmpty { p(.class("soft")) { t("honour.book.nobody") } }
      ul(.class("plainlist")) {
        for person in view.found {
          li {
            a(
              .href(
                Path.honour(view.party.id).query([("early", "1"), ("person", person.id.description)]))
            ) { person.record.name }
            span(.class("small soft")) { " " + person.record.organisation }
          }
        }
      }
    }
  }
}

/// Role, slot and reason, the same for a new guest and for a change.
struct HonourSlotFields {
  let party: Party
  let entered: HonourEntry
  let errors: FieldErrors

  func node(_ t: Phrases) -> Node {
    group {
      fieldset {
        legend(.class("label")) { t("honour.part.title") }
        div(.class("options")) { for part in HonourSlot.Role.allCases { choice(part, t) } }
      }
      div(.class("fields")) {
        number("begins", entered.begins, t, hint: begins(t), aloud: t.spoken(begins)).node
        number("minutes", entered.minutes, t, hint: t("honour.field.minutes.hint")).node
      }
      TextField(
        name: "reason", label: t("honour.field.reason"), value: entered.reason, hint: t("honour.field.reason.hint"),
        error: errors["reason"].map { t($0) }, rows: 3, more: [.maxlength(String(HonourEntry.longestReason))]
      ).node
    }
  }

  /// “Das ist 18:50 Uhr.”
  private func begins(_ t: Phrases) -> String {
    guard let start = party.start, let minutes = Int(typed: entered.begins, in: 0...PartyBasics.minuteBounds.upperBound)
    else { return t("honour.field.begins.hint") }
    return t("honour.field.begins.at", ["time": t.clockWithUnit(start.addingTimeInterval(Double(minutes) * 60))])
  }

  private func choice(_ part: HonourSlot.Role, _ t: Phrases) -> Node {
    label(.class("tick")) {
      element(
        .void("input"),
        [.type("radio"), .name("part"), .value(part.rawValue)] + (part == entered.part ? [.checked] : []))
      span {
        t("honour.part.\(part.rawValue)")
        small { t("honour.part.\(part.rawValue).hint") }
      }
    }
  }

  private func number(_ name: String, _ value: String, _ t: Phrases, hint: String, aloud: String? = nil) -> TextField {
    TextField(
      name: name, label: t("honour.field.\(name)"), value: value, hint: hint, spokenHint: aloud,
      error: errors[name].map { t($0) }, more: [.inputmode("numeric")])
  }
}
