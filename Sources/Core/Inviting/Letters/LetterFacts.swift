/// Everything a letter is composed from. Where a fact is missing, its sentence is left out.
package struct LetterFacts: Sendable, Hashable {
  package var form: AddressForm
  package var recipient: Recipient
  package var occasion: LetterOccasion
  package var source: AddressSource
  /// Titles of the guest's talks, the most fitting first.
  package var talks: [String]
  /// Topics that guest and party share, the most fitting first.
  package var sharedTopics: [String]
  package var substance: CompleteSubstance
  /// How many guests there will be at most.
  package var seats: Int
  package var minutes: Int
  package var date: LetterDate
  /// Already put into words, without a preposition: "Freitag, 6. November", "Friday 6 November".
  package var answerBy: String?
  package var host: Signature
  /// Absolute addresses.
  package var personalLink: String
  package var objectionLink: String
  /// The circle's last evening, when this is a further one.
  package var previous: PreviousEvening?
  /// An answer that the host wrote down for the guest, who has not said it themselves.
  package var entered: Answer?
  /// Who answers for the letter besides the host.
  package var imprint = Imprint()

  package init(
    form: AddressForm, recipient: Recipient, occasion: LetterOccasion, source: AddressSource, talks: [String] = [],
    sharedTopics: [String] = [], substance: CompleteSubstance, seats: Int = 8, minutes: Int = 60,
    date: LetterDate = .open, answerBy: String? = nil, host: Signature, personalLink: String, objectionLink: String,
    previous: PreviousEvening? = nil
  ) {
    self.form = form
    self.recipient = recipient
    self.occasion = occasion
    self.source = source
    self.talks = talks
    self.sharedTopics = sharedTopics
    self.substance = substance
    self.seats = seats
    self.minutes = minutes
    self.date = date
    self.answerBy = answerBy
    self.host = host
    self.personalLink = personalLink
    self.objectionLink = objectionLink
    self.previous = previous
  }

  var isOfficeVisit: Bool { occasion.kind == .officeVisit }

  /// Where the operator's legal notice stands, and whom to ask about data. Nothing of it is about the program: it would make the letter
  /// an advertisement.
  package struct Imprint: Sendable, Hashable {
    /// An absolute address.
    package var legalNotice: String?
    /// A mail address, or the address of a page.
    package var privacyContact: String?

    package init(legalNotice: String? = nil, privacyContact: String? = nil) {
      self.legalNotice = legalNotice
      self.privacyContact = privacyContact
    }
  }

  /// How the host signs.
  package struct Signature: Sendable, Hashable {
    package var name: String
    /// Role, organisation, telephone: one line each.
    package var lines: [String]

    package init(name: String, lines: [String] = []) {
      self.name = name
      self.lines = lines
    }
  }
}

/// What a host may say in other words. A blank text counts as none, but a composed sentence cannot be silenced by it.
package struct LetterEdits: Sendable, Hashable {
  package var subject: String?
  package var opening: String?
  package var reason: String?
  /// One true sentence of the host's own for this guest; follows the reason.
  package var ownSentence: String?

  package init(subject: String? = nil, opening: String? = nil, reason: String? = nil, ownSentence: String? = nil) {
    self.subject = subject
    self.opening = opening
    self.reason = reason
    self.ownSentence = ownSentence
  }
}
