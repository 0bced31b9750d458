import Database
import Foundation

/// The work of one thread of the pool: one transaction at a time, on its own connection, which it reopens when lost.
///
/// A transaction that was certainly not stored is run again: if it conflicted with another, or if the connection
/// dropped before the commit was sent. If the connection dropped with the commit on its way, the outcome is unknown,
/// and the caller is told so.
final class TransactionThread {
  private let opening: ConnectionOpening
  private let figures: PoolFigures
  private var connection: PostgreSQLConnection?

  /// The number of times a conflicting transaction is run; before the last ones it waits for up to 128 ms.
  private static let tries = 20
  /// The time somebody waits for an absent server. After that, pages say that nothing can be stored right now.
  private static let patience = Duration.seconds(3)

  init(_ opening: ConnectionOpening, _ figures: PoolFigures) {
    (self.opening, self.figures) = (opening, figures)
  }

  /// - Parameter asked: the time at which somebody began to wait for this.
  func run<T>(
    _ kind: TransactionKind, asked: ContinuousClock.Instant, key: [UInt8], _ body: (any Connection) throws -> T
  ) throws -> T {
    var attempt = 1
    while true {
      let connection = try opened(until: asked + Self.patience)
      do {
        return try once(kind, PostgreSQLTransaction(connection: connection, fingerprintKey: key), body)
      } catch let error as CommitLost {
        throw DatabaseError(.unknown, error.description)
      } catch {
        let cause = connection.failure
        leave(connection)
        guard try mayRunAgain(cause, attempt, until: asked + Self.patience) else { throw error }
        attempt += 1
      }
    }
  }

  func close() {
    guard let connection else { return }
    connection.close()
    self.connection = nil
    figures.count { $0.open -= 1 }
  }

  private struct CommitLost: Error {
    let description: String
  }

  private func once<T>(
    _ kind: TransactionKind, _ transaction: PostgreSQLTransaction, _ body: (any Connection) throws -> T
  ) throws -> T {
    let connection = transaction.connection
    try connection.run(kind.begin)
    let value = try body(transaction)
    switch kind {
    case .reading: _ = try? connection.run("COMMIT")
    case .writing: try commit(connection)
    }
    return value
  }

  /// A transaction with a failed statement is undone by its commit, whether or not the body saw the error.
  private func commit(_ connection: PostgreSQLConnection) throws {
    if let failure = connection.failure { throw failure }
    do {
      guard try connection.run("COMMIT") == "COMMIT" else { throw DatabaseError(.other, "PostgreSQL: rolled back") }
    } catch let error as DatabaseError {
      if connection.isAlive, error.kind != .busy, error.kind != .unknown { throw error }
      leave(connection)
      throw CommitLost(description: error.description)
    }
  }

  private func opened(until end: ContinuousClock.Instant) throws -> PostgreSQLConnection {
    if let connection, connection.isAlive { return connection }
    close()
    let opened = try opening.connection(until: end)
    figures.count { $0.open += 1 }
    connection = opened
    return opened
  }

  /// Ends the transaction, and the connection if it is no longer usable: a standby that used to be the primary takes no
  /// writes.
  private func leave(_ connection: PostgreSQLConnection) {
    let takesNothing = connection.failure?.kind == .busy
    if connection.isAlive, !takesNothing, !connection.isInTransaction || (try? connection.run("ROLLBACK")) != nil {
      return
    }
    close()
  }

  /// Waits until another try is worthwhile.
  private func mayRunAgain(
    _ cause: DatabaseError?, _ attempt: Int, until end: ContinuousClock.Instant
  ) throws -> Bool {
    guard attempt < Self.tries, let cause else { return false }
    if cause.kind == .busy { return connection == nil && ContinuousClock.now < end }
    guard cause.kind == .conflict else { return false }
    figures.count { $0.retries += 1 }
    if !cause.description.contains(" 40") { try connection?.forgetStatements() }
    Thread.sleep(forTimeInterval: .random(in: 0...Double(1 << min(attempt, 7))) / 1000)
    return true
  }
}
