/// The event that was missed, as the opening of a letter puts it.
package struct LetterOccasion: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable, Codable {
    case conferenceCancelled
    case conferenceMissed
    /// Last year's edition, or an older one.
    case conferencePast
    /// "When you are next at head office, let us have a coffee."
    case officeVisit
    case none
  }

  package var kind: Kind
  /// The conference or, for an office visit, the place; may be blank.
  package var name: String
  package var year: Int?
  /// The host's own wording for the place, such as "beim Barcamp in Kiel", if the composed one does not sound right.
  package var spokenPlace: String?

  package init(_ kind: Kind, name: String = "", year: Int? = nil, spokenPlace: String? = nil) {
    self.kind = kind
    self.name = name
    self.year = year
    self.spokenPlace = spokenPlace
  }

  /// The year, unless the name already contains it.
  var unsaidYear: Int? {
    year.flatMap { name.contains(String($0)) ? nil : $0 }
  }
}
