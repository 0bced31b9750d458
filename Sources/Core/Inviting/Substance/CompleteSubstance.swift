/// A substance with nothing missing. Letters and waves ask for this type, so that none can leave before it exists.
package struct CompleteSubstance: Sendable, Hashable {
  package let topic: String
  package let question: String
  package let contribution: String

  /// Removes blanks at the ends, and line breaks.
  /// - Throws: `IncompleteSubstance`, which names every field that is blank.
  package init(_ substance: Substance) throws(IncompleteSubstance) {
    guard let topic = Prose.line(substance.topic), let question = Prose.line(substance.question),
      let contribution = Prose.line(substance.contribution)
    else { throw IncompleteSubstance(missing: substance.missing) }
    self.topic = topic
    self.question = question
    self.contribution = contribution
  }

  /// As the host's form shows it.
  package var substance: Substance {
    Substance(topic: topic, question: question, contribution: contribution)
  }
}

/// The fields still missing before a letter can leave.
package struct IncompleteSubstance: Error, Hashable {
  package let missing: [SubstanceField]

  /// One message for each missing field, in the order of the form.
  package var messages: [Message] { missing.map(\.isMissing) }
}

extension SubstanceField {
  /// A kind remark that this field is blank.
  package var isMissing: Message { Message("substance.missing.\(rawValue)") }
}
