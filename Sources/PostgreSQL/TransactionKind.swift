/// A transaction's guarantee.
enum TransactionKind {
  /// One state from beginning to end.
  case reading
  /// As if nobody else wrote at the same time; a transaction that conflicts is run again.
  case writing

  /// A program that stops in the middle of a write doesn't hold its locks for ever.
  var begin: String {
    switch self {
    case .reading: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    case .writing:
      "BEGIN ISOLATION LEVEL SERIALIZABLE; SET LOCAL idle_in_transaction_session_timeout = '15s'"
    }
  }
}
