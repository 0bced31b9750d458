import Core
import Foundation
import House

/// An occasion a host missed, as stored in the address book.
package struct Occasion: Sendable, Equatable {
  package let id: OccasionID
  /// The form in which letters mention it.
  package var told: LetterOccasion

  package init(id: OccasionID, told: LetterOccasion) {
    self.id = id
    self.told = told
  }

  /// “Coachingkongress 2026”; for an occasion without a name, its kind.
  package func label(_ t: Phrases) -> String {
    let kind = t("occasion.\(told.kind.rawValue)")
    guard !told.name.isEmpty else { return told.year.map { "\(kind) \($0)" } ?? kind }
    guard let year = told.year, !told.name.contains(String(year)) else { return told.name }
    return "\(told.name) \(year)"
  }
}

/// The way a host came by addresses. Letters state it, with the occasion if one belongs to it.
package struct ListSource: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case publishedProgramme, participantList, businessCard, addressBook, sharedDirectory, other
  }

  package var kind: Kind
  /// The host's own words if the kind is `other`.
  package var words: String

  package init(_ kind: Kind, words: String = "") {
    self.kind = kind
    self.words = words
  }

  package func addressSource(of occasion: LetterOccasion) -> AddressSource {
    switch kind {
    case .publishedProgramme: .publishedProgramme(of: occasion)
    case .participantList: .participantList(of: occasion)
    case .businessCard: .businessCard
    case .addressBook: .addressBook
    case .sharedDirectory: .sharedDirectory
    case .other: .other(words)
    }
  }

  package func label(_ t: Phrases) -> String {
    kind == .other && !words.isEmpty ? words : t("source.\(kind.rawValue)")
  }
}
