/// Everything a letter is composed from. A missing fact drops its sentence.
package struct LetterFacts: Sendable, Hashable {
  package var form: AddressForm
  package var recipient: Recipient
  package var occasion: LetterOccasion
  package var source: AddressSource
  /// Titles of the guest's talks, best match first.
  package var talks: [String]
  /// Topics that guest and party share, best match first.
  package var sharedTopics: [String]
  package var substance: CompleteSubstance
  /// The most guests there will be.
  package var seats: Int
  package var minutes: Int
  package var date: LetterDate
  /// Already put into words, without a preposition: "Freitag, 6. November", "Friday 6 November".
  package var answerBy: String?
  package var host: Signature
  /// Absolute addresses.
  package var personalLink: String
  package var objectionLink: String
  /// The circle's last evening, if this is a further one.
  package var previous: PreviousEvening?
  /// An answer the host noted for the guest, who has not given it themselves.
  package var entered: Answer?
  /// The people responsible for the letter besides the host.
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

  /// The address of the operator's legal notice, and a contact for questions about data. None of it is about the
  /// program, which would turn the letter into an advertisement.
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

  /// The way the host signs.
  package struct Signature: Sendable, Hashable {
    package var name: String
    /// Role, organisation, phone number: one line each.
    package var lines: [String]

    package init(name: String, lines: [String] = []) {
      self.name = name
      self.lines = lines
    }
  }
}

/// The parts a host may put in other words. A blank text counts as none, so that it can't silence a composed sentence.
package struct LetterEdits: Sendable, Hashable {
  package var subject: String?
  package var opening: String?
  package var reason: String?
  /// One true sentence by the host for this guest; it follows the reason.
  package var ownSentence: String?

  package init(subject: String? = nil, opening: String? = nil, reason: String? = nil, ownSentence: String? = nil) {
    self.subject = subject
    self.opening = opening
    self.reason = reason
    self.ownSentence = ownSentence
  }
}
