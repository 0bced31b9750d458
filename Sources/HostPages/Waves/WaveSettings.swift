import Core
import HTML
import House
import Records
import Site

/// The rules for successive waves, as the host typed them.
package struct WaveSettings: Sendable {
  var answerDays: String
  var reminderDays: String
  var expectedDeclines: String
  var release: String

  package init(_ party: Party) {
    answerDays = String(party.answerDays)
    reminderDays = String(party.reminderDays)
    expectedDeclines = String(party.expectedDeclines)
    release = party.release.rawValue
  }

  package init(_ form: Form) {
    answerDays = form.text("answerDays")
    reminderDays = form.text("reminderDays")
    expectedDeclines = form.text("expectedDeclines")
    release = form.text("release")
  }

  /// Writes the values into the party, unless something is wrong with one of them.
  package func apply(to party: inout Party) -> FieldErrors {
    var errors = FieldErrors()
    func number(_ name: String, _ text: String, _ range: ClosedRange<Int>) -> Int {
      if let value = Int(typed: text, in: range) { return value }
      errors[name] = Message(
        "waves.settings.range", ["least": "\(range.lowerBound)", "most": "\(range.upperBound)"])
      return range.lowerBound
    }
    var changed = party
    changed.answerDays = number("answerDays", answerDays, 1...60)
    changed.reminderDays = number("reminderDays", reminderDays, 0...30)
    changed.expectedDeclines = number("expectedDeclines", expectedDeclines, 0...20)
    if let release = WavePlan<GuestID>.Release(rawValue: release) {
      changed.release = release
    } else {
      errors["release"] = Message("waves.settings.choose")
    }
    if errors.isEmpty { party = changed }
    return errors
  }

  func node(_ party: PartyID, _ errors: FieldErrors, _ t: Phrases) -> Node {
    form(.class("card form"), .method("post"), .action(Path.waveSettings(party).text)) {
      h2 { t("waves.settings.title") }
      fieldset {
        legend(.class("label")) { t("waves.settings.release") }
        div(.class("options")) { for release in WavePlan<GuestID>.Release.allCases { choice(release, t) } }
        if let error = errors["release"] { p(.class("error")) { t(error) } }
      }
      div(.class("fields three")) {
        field("answerDays", answerDays, errors, t)
        field("reminderDays", reminderDays, errors, t)
        field("expectedDeclines", expectedDeclines, errors, t)
      }
      div(.class("actions")) { button(.class("button"), .type("submit")) { t("waves.settings.save") } }
    }
  }

  private func choice(_ value: WavePlan<GuestID>.Release, _ t: Phrases) -> Node {
    label(.class("tick")) {
      element(
        .void("input"),
        [.type("radio"), .name("release"), .value(value.rawValue)] + (value.rawValue == release ? [.checked] : []))
      span {
        t("waves.settings.\(value.rawValue)")
        small { t("waves.settings.\(value.rawValue).hint") }
      }
    }
  }

  private func field(_ name: String, _ value: String, _ errors: FieldErrors, _ t: Phrases) -> Node {
    TextField(
      name: name, label: t("waves.settings.\(name)"), value: value, hint: t("waves.settings.\(name).hint"),
      error: errors[name].map { t($0) }, more: [.inputmode("numeric")]
    ).node
  }
}
