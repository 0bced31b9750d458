/// What an engine refused, in the words both engines share.
package struct DatabaseError: Error, CustomStringConvertible, Sendable {
  package enum Kind: String, Sendable {
    /// A UNIQUE constraint: the row is there already.
    case duplicate
    /// A FOREIGN KEY, CHECK or NOT NULL constraint.
    case constraint
    /// The disk is full or can't be written.
    case storage
    /// Somebody else holds the database.
    case busy
    /// A row doesn't hold what the store expects.
    case mismatch
    case other
  }

  package let kind: Kind
  package let description: String

  package init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }
}
