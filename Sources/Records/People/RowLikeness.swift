import Core
import Database

/// The possibility that a row of a list is somebody known by another spelling or address, and the host's answer.
package struct RowLikeness: Sendable, Equatable {
  package enum Other: Sendable, Equatable {
    /// Somebody in the address book.
    case person(PersonID)
    /// A row, by its position in the list.
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
  /// Nil for a row without a question.
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

/// Sets of fields as stored.
enum StoredFields {
  static func text(_ fields: some Sequence<PersonMerge.Field>) -> String {
    fields.map(\.rawValue).joined(separator: " ")
  }

  static func fields(_ text: String) -> [PersonMerge.Field] {
    text.split(separator: " ").compactMap { PersonMerge.Field(rawValue: String($0)) }
  }
}
