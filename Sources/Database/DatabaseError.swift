/// What an engine refused, in the words both engines share.
package struct DatabaseError: Error, CustomStringConvertible, Sendable {
  package enum Kind: String, Sendable {
    /// A UNIQUE constraint: the row is there already.
    case duplicate
    /// A FOREIGN KEY, CHECK or NOT NULL constraint.
    case constraint
    /// The disk is full or can't be written.
    case storage
    /// Somebody else holds the database, or its server can't be reached.
    case busy
    /// It met another transaction and was undone; run again, it may succeed. An engine does so itself before it says so.
    case conflict
    /// The connection ended while the commit was on its way: what was written may be stored or not. Whoever must know reads it anew.
    case unknown
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
