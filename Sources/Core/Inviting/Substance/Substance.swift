import Foundation

/// The reasons why a party is worth an hour of busy people's time, as far as the host has written them.
package struct Substance: Sendable, Hashable {
  package var topic: String
  package var question: String
  package var contribution: String

  package init(topic: String = "", question: String = "", contribution: String = "") {
    self.topic = topic
    self.question = question
    self.contribution = contribution
  }

  /// All three are written. Required before any letter leaves.
  package var isComplete: Bool { missing.isEmpty }

  /// The fields that are still blank, in the order of the form.
  package var missing: [SubstanceField] {
    SubstanceField.allCases.filter { Prose.isBlank(self[$0]) }
  }

  package subscript(field: SubstanceField) -> String {
    switch field {
    case .topic: topic
    case .question: question
    case .contribution: contribution
    }
  }
}

/// One of the three things a host writes. The raw value names the form field and is part of the string keys.
package enum SubstanceField: String, Sendable, CaseIterable, Codable {
  case topic
  case question
  case contribution
}
