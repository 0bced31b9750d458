/// Frau or Herr, Ms or Mr.
package enum Honorific: String, Sendable, CaseIterable {
  case ms, mr
}

/// How somebody is spoken to, as far as a list or the host says.
package struct Manner: Sendable, Hashable {
  package var honorific: Honorific?
  /// The language in which they are written to; nil for the party's.
  package var language: Language?

  package init(honorific: Honorific? = nil, language: Language? = nil) {
    self.honorific = honorific
    self.language = language
  }

  /// What this doesn't say, the other does.
  package func filled(by other: Manner) -> Manner {
    Manner(honorific: honorific ?? other.honorific, language: language ?? other.language)
  }
}

extension AddressForm {
  /// The same in the reader's language. Whoever is written to in German at an English party is not a du.
  package func spoken(in language: Language?) -> AddressForm {
    switch language {
    case nil: self
    case .english: .english
    case .german: self == .english ? .sie : self
    }
  }
}

extension KnownGuest {
  /// How this guest is written to: as the host chose for their letter, else in their language, else as the party.
  package func form(at party: Party) -> AddressForm {
    guest.letterForm ?? party.form.spoken(in: manner.language)
  }
}
