import Core
import Foundation

/// A list of people as it was imported: where its people come from.
package struct PeopleList: Sendable, Equatable {
  package let id: PeopleListID
  package var name: String
  package var occasion: Occasion
  package var source: ListSource
  /// The kind of file it was, a `FileKind`.
  package var kind: String
  /// Empty for one that was pasted.
  package var fileName: String
  package var importedAt: Date

  /// A list and how many people are on it.
  package struct Counted: Sendable, Equatable {
    package let id: PeopleListID
    package let name: String
    package let people: Int
  }
}

/// That a person stands on a list.
package struct Provenance: Sendable, Equatable {
  package let list: PeopleList
  /// Where on the list: a line of text, a row of a sheet, a place in a programme.
  package let line: Int
}
