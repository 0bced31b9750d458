/// An engine's refusal, in terms that both engines share.
@usableFromInline package struct DatabaseError: Error, CustomStringConvertible, Sendable {
  @usableFromInline package enum Kind: String, Sendable {
    /// A UNIQUE constraint: the row is there already.
    case duplicate
    /// A FOREIGN KEY, CHECK or NOT NULL constraint.
    case constraint
    /// The disk is full or can't be written.
    case storage
    /// Somebody else holds the database, or its server can't be reached.
    case busy
    /// It conflicted with another transaction and was undone; run again, it may succeed. An engine retries by itself
    /// before reporting this.
    case conflict
    /// The connection ended while the commit was on its way: the data may be stored or not. Anybody who must know has
    /// to read it again.
    case unknown
    /// A row doesn't contain what the store expects.
    case mismatch
    case other
  }

  package let kind: Kind
  @usableFromInline package let description: String

  @usableFromInline package init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }
}
