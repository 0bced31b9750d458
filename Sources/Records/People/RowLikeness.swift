import Core
import Database

/// That a row of a list may be somebody who is known by another spelling or address, and what the host says of it.
package struct RowLikeness: Sendable, Equatable {
  package enum Other: Sendable, Equatable {
    /// Of the address book.
    case person(PersonID)
    /// By its position in the list.
    case row(Int)
  }

  package enum Answer: String, Sendable {
    case asked, same, apart
  }

  package var other: Other
  package var answer: Answer

  package init(_ other: Other, _ answer: Answer = .asked) {
    self.other = other
    self.answer = answer
  }
}

extension RowLikeness {
  /// Nil for a row about which nobody asks.
  init?(_ row: Row) throws {
    guard let answer = Answer(rawValue: try row.get("likeness")) else { return nil }
    if let person = PersonID(try row.get("like_person", as: String.self)) {
      self.init(.person(person), answer)
    } else if let position: Int = try row.find("like_row") {
      self.init(.row(position), answer)
    } else {
      return nil
    }
  }
}

/// Sets of fields as they are stored.
enum StoredFields {
  static func text(_ fields: some Sequence<PersonMerge.Field>) -> String {
    fields.map(\.rawValue).joined(separator: " ")
  }

  static func fields(_ text: String) -> [PersonMerge.Field] {
    text.split(separator: " ").compactMap { PersonMerge.Field(rawValue: String($0)) }
  }
}
