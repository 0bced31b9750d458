/// Frau or Herr, Ms or Mr.
package enum Honorific: String, Sendable, CaseIterable {
  case ms, mr
}

/// The way to address somebody, as far as a list or the host says.
package struct Manner: Sendable, Hashable {
  package var honorific: Honorific?
  /// The language in which they are written to; nil for the party's.
  package var language: Language?

  package init(honorific: Honorific? = nil, language: Language? = nil) {
    self.honorific = honorific
    self.language = language
  }

  /// Fills the gaps in this from the other.
  package func filled(by other: Manner) -> Manner {
    Manner(honorific: honorific ?? other.honorific, language: language ?? other.language)
  }
}

extension AddressForm {
  /// The same form in the reader's language. Somebody written to in German about an English party is not a du.
  package func spoken(in language: Language?) -> AddressForm {
    switch language {
    case nil: self
    case .english: .english
    case .german: self == .english ? .sie : self
    }
  }
}

extension KnownGuest {
  /// The form in which this guest is written to: the host's choice for their letter, otherwise by their language,
  /// otherwise by the party.
  package func form(at party: Party) -> AddressForm {
    guest.letterForm ?? party.form.spoken(in: manner.language)
  }
}
