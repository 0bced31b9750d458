import Core
import Database
import Foundation
import House
import Records

/// Topic, question and contribution as sent by a form. A field the form doesn't have stays unchanged.
package struct SubstanceEntry: Sendable {
  private var texts: [SubstanceField: String] = [:]

  /// - Parameter keeping: fields that this form doesn't have.
  package init(_ form: Form, keeping: Set<SubstanceField> = []) {
    for field in SubstanceField.allCases where !keeping.contains(field) {
      texts[field] = form.text(field.rawValue)
    }
  }

  package subscript(field: SubstanceField) -> String { texts[field] ?? "" }

  package func applied(to old: Substance) -> Substance {
    Substance(
      topic: texts[.topic] ?? old.topic, question: texts[.question] ?? old.question,
      contribution: texts[.contribution] ?? old.contribution)
  }

  /// Texts that can't be accepted: ones that are too long, and empty ones after a letter has left with a text.
  package func errors(lettersLeft: Bool) -> FieldErrors {
    var errors = FieldErrors()
    for (field, text) in texts {
      if text.length > Self.longest[field, default: 0] { errors[field.rawValue] = Message("substance.error.long") }
      if lettersLeft, text.isEmpty { errors[field.rawValue] = Message("substance.error.lettersLeft") }
    }
    return errors
  }

  /// In characters. Letters quote these texts; with longer ones they would not be letters any more.
  package static let longest: [SubstanceField: Int] = [.topic: 300, .question: 1000, .contribution: 3000]
}

extension Services {
  /// Stores the texts, unless something is wrong with them.
  package func save(_ entry: SubstanceEntry, party id: PartyID, of host: HostID) async throws -> FieldErrors {
    let now = now()
    return try await database.write { connection in
      let store = PartyStore(connection: connection)
      var party = try store.editableParty(id, of: host)
      let lettersLeft = try party.stage != .draft || WaveStore(connection: connection).hasBegun(party.id)
      let errors = entry.errors(lettersLeft: lettersLeft)
      guard errors.isEmpty else { return errors }
      party.substance = entry.applied(to: party.substance)
      try store.update(party, at: now)
      return errors
    }
  }
}
