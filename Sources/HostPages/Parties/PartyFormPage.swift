import Acts
import Core
import HTML
import House
import Records
import Site

/// The basics of a party: a new one, or one to be changed.
package struct PartyFormPage: Page {
  /// Nil for a new one.
  package var party: Party?
  let entered: PartyBasics
  package let occasions: [KnownOccasion]
  var errors = FieldErrors()

  package init(
    party: Party? = nil, entered: PartyBasics, occasions: [KnownOccasion], errors: FieldErrors = FieldErrors()
  ) {
    self.party = party
    self.entered = entered
    self.occasions = occasions
    self.errors = errors
  }

  package var chrome: Chrome { .host(current: .home) }
  package var isNarrow: Bool { true }

  package static var samples: [PartyFormPage] {
    let occasions = [KnownOccasion.sample]
    var faulty = PartyBasics(.sample)
    (faulty.seats, faulty.zone) = ("viele", "Mitteleuropa")
    return [
      PartyFormPage(entered: PartyBasics(.sample), occasions: occasions),
      PartyFormPage(entered: PartyBasics(.sample), occasions: []),
      PartyFormPage(
        entered: faulty, occasions: occasions, errors: faulty.errors(occasions: occasions, minutesNow: nil, in: .none)),
      PartyFormPage(party: .sample(), entered: PartyBasics(.sample()), occasions: occasions),
    ]
  }

  package func title(_ t: Phrases) -> String { t(party == nil ? "parties.new.title" : "parties.edit.title") }

  package func body(_ t: Phrases) -> Node {
    group {
      div(.class("page-head")) {
        BackLink(to: party.map { .party($0.id) } ?? Path.parties, party?.title ?? t("parties.all")).node(t)
        h1 { title(t) }
        if party == nil { p(.class("lead")) { t("parties.new.lead") } }
      }
      form(.method("post"), .action(target.text), .class("card form")) { fields(t) }
    }
  }

  private var target: Path { party.map { .partyBasics($0.id) } ?? .parties }

  @NodeBuilder private func fields(_ t: Phrases) -> [Node] {
    TextField(
      name: "title", label: t("parties.field.title"), value: entered.title, hint: t("parties.field.titleHint"),
      error: error("title", t), isRequired: true, more: [.maxlength("120")]
    ).node
    ChoiceField(
      name: "occasion", label: t("parties.field.occasion"), options: occasionChoices(t), chosen: entered.occasion,
      hint: t(occasions.isEmpty ? "parties.field.occasionNone" : "parties.field.occasionHint"),
      error: error("occasion", t)
    ).node
    div(.class("fields")) {
      ChoiceField(
        name: "form", label: t("parties.field.form"),
        options: AddressForm.allCases.map { ($0.rawValue, t("parties.form.\($0.rawValue)")) },
        chosen: entered.form.rawValue
      ).node
      TextField(
        name: "seats", label: t("parties.field.seats"), value: entered.seats, hint: t("parties.field.seatsHint"),
        error: error("seats", t), more: [.inputmode("numeric"), .maxlength("4")]
      ).node
      ChoiceField(
        name: "minutes", label: t("parties.field.minutes"), options: minuteChoices(t), chosen: "\(entered.minutes)",
        error: error("minutes", t)
      ).node
    }
    ZoneField(
      name: "zone", label: t("parties.field.zone"), chosen: entered.zone, hint: t("parties.field.zoneHint"),
      error: error("zone", t)
    ).node(t)
    ChoiceField(
      name: "dayBefore", label: t("parties.field.dayBefore"), options: dayBeforeChoices(t),
      chosen: entered.dayBefore.map { "\($0)" } ?? PartyBasics.noMail, hint: t("parties.field.dayBeforeHint")
    ).node
    div(.class("actions")) {
      button(.class("button primary"), .type("submit")) {
        t(party == nil ? "parties.new.button" : "parties.edit.button")
      }
      a(.class("button quiet"), .href((party.map { .party($0.id) } ?? Path.parties).text)) { t("parties.back") }
    }
  }

  private func error(_ field: String, _ t: Phrases) -> String? { errors[field].map { t($0) } }

  private func occasionChoices(_ t: Phrases) -> [(value: String, label: String)] {
    [("", t("parties.field.noOccasion"))] + occasions.map { ($0.id.description, $0.title(t)) }
  }

  private func dayBeforeChoices(_ t: Phrases) -> [(value: String, label: String)] {
    let hours = Set(DayBefore.hours).union([party?.dayBeforeHour].compactMap(\.self)).sorted()
    return hours.map { ("\($0)", t("parties.hour", ["hour": "\($0)"])) }
      + [(PartyBasics.noMail, t("parties.dayBefore.none"))]
  }

  private func minuteChoices(_ t: Phrases) -> [(value: String, label: String)] {
    Set(PartyBasics.minuteChoices + [party?.minutes].compactMap { $0 }).sorted().map {
      ("\($0)", t("parties.minutes", ["count": t.number($0)]))
    }
  }
}
