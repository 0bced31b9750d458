import Core
import House
import Records

/// A host's input for inviting a guest of honour.
package struct HonourEntry: Sendable, Equatable {
  /// Somebody from the address book; nil for a person typed in by hand.
  package var person: PersonID?
  package var name = ""
  package var role = ""
  package var organisation = ""
  package var email = ""
  package var part = HonourSlot.Role.guest
  package var begins = ""
  package var minutes = ""
  package var reason = ""

  package static let longestReason = 400

  /// The proposal: twenty minutes from the middle of the evening.
  package init(_ party: Party, person: Person? = nil) {
    self.person = person?.id
    (name, role) = (person?.record.name ?? "", person?.record.role ?? "")
    (organisation, email) = (person?.record.organisation ?? "", person?.record.email ?? "")
    let length = min(20, party.minutes)
    minutes = String(length)
    begins = String(max(0, (party.minutes - length) / 2 / 5 * 5))
  }

  package init(_ form: Form) {
    person = PersonID(form.text("person"))
    (name, role) = (form.text("name"), form.text("role"))
    (organisation, email) = (form.text("organisation"), form.text("email"))
    part = HonourSlot.Role(rawValue: form.text("part")) ?? .guest
    (begins, minutes, reason) = (form.text("begins"), form.text("minutes"), form.text("reason"))
  }

  /// As stored.
  package init(_ honour: Honour) {
    (part, reason) = (honour.role, honour.reason)
    (begins, minutes) = (String(honour.beginsAfter), String(honour.minutes))
  }

  /// The person, as a record for the address book.
  /// - Throws: `FieldErrors`.
  package func record() throws(FieldErrors) -> PersonRecord {
    var entry = PersonEntry(Form())
    (entry.name, entry.role, entry.organisation, entry.email) = (name, role, organisation, email)
    guard !name.isEmpty else { throw FieldErrors(["name": Message("honour.error.name")]) }
    return try entry.record()
  }

  /// The errors in time and reason, checked against the evening.
  package func slotErrors(_ party: Party) -> FieldErrors {
    var errors = FieldErrors()
    let begin = Int(typed: begins, in: 0...party.minutes)
    let length = Int(typed: minutes, in: HonourSlot.lengths)
    if length == nil {
      errors["minutes"] = Message(
        "waves.settings.range",
        ["least": "\(HonourSlot.lengths.lowerBound)", "most": "\(HonourSlot.lengths.upperBound)"])
    }
    if begin.map({ $0 + (length ?? 0) > party.minutes }) ?? true {
      errors["begins"] = Message("honour.error.slot", ["minutes": "\(party.minutes)"])
    }
    if reason.length > Self.longestReason {
      errors["reason"] = Message("guests.error.tooLong", ["limit": "\(Self.longestReason)"])
    }
    return errors
  }

  /// Stores the slot as typed, once it was checked.
  package func apply(to honour: inout Honour) {
    (honour.role, honour.reason) = (part, reason)
    honour.beginsAfter = Int(typed: begins, in: 0...PartyBasics.minuteBounds.upperBound) ?? honour.beginsAfter
    honour.minutes = Int(typed: minutes, in: HonourSlot.lengths) ?? honour.minutes
  }
}

extension HonourSentence {
  /// The name of the form field in which a host rewords it.
  package var field: String { "sentence-\(rawValue)" }
}

extension HonourEdits {
  /// Characters of a sentence.
  package static let longest = 600

  /// The sentences as the host typed them: only those that differ from the composed ones are the host's.
  package static func entered(
    _ form: Form, composed: [HonourSentence: String]
  ) -> (edits: HonourEdits, errors: FieldErrors) {
    var (edits, errors) = (HonourEdits(), FieldErrors())
    for sentence in HonourSentence.allCases {
      let text = form.text(sentence.field)
      if text.length > longest {
        errors[sentence.field] = Message("letters.one.error.long", ["count": "\(longest)"])
      }
      if !text.isEmpty, text != composed[sentence] { edits.sentences[sentence] = text }
    }
    return (edits, errors)
  }
}
