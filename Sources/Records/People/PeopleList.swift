import Core
import Foundation

/// A list of people as imported, which tells where its people come from.
package struct PeopleList: Sendable, Equatable {
  package let id: PeopleListID
  package var name: String
  package var occasion: Occasion
  package var source: ListSource
  /// The kind of file it was, a `FileKind`.
  package var kind: String
  /// Empty for a pasted list.
  package var fileName: String
  /// The address of a web page; empty for a file and for pasted text.
  package var address: String
  package var importedAt: Date

  package init(
    id: PeopleListID, name: String, occasion: Occasion, source: ListSource, kind: String, fileName: String,
    address: String = "", importedAt: Date
  ) {
    self.id = id
    self.name = name
    self.occasion = occasion
    self.source = source
    self.kind = kind
    self.fileName = fileName
    self.address = address
    self.importedAt = importedAt
  }

  /// A list and the number of people on it.
  package struct Counted: Sendable, Equatable {
    package let id: PeopleListID
    package let name: String
    package let people: Int

    package init(id: PeopleListID, name: String, people: Int) {
      self.id = id
      self.name = name
      self.people = people
    }
  }
}

/// A person's entry on a list.
package struct Provenance: Sendable, Equatable {
  package let list: PeopleList
  /// The place on the list: a line of text, a row of a sheet, a place in a programme.
  package let line: Int

  package init(list: PeopleList, line: Int) {
    self.list = list
    self.line = line
  }
}

/// The way the host came by somebody's address.
package struct AddressOrigin: Sendable, Equatable {
  package let list: String
  package let importedAt: Date

  package init(list: String, importedAt: Date) {
    self.list = list
    self.importedAt = importedAt
  }
}
