import Database
import NIOConcurrencyHelpers

/// A database whose disk fails for some writes.
final class FaultyDatabase: Database {
  private let base: any Database
  private let plan = NIOLockedValueBox((good: Int.max, bad: 0))

  init(_ base: any Database) {
    self.base = base
  }

  /// This many writes succeed, the next ones fail, and after that all is well again.
  func fail(after good: Int, times bad: Int) {
    plan.withLockedValue { $0 = (good, bad) }
  }

  func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await base.read(body)
  }

  func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    let fails = plan.withLockedValue { plan in
      if plan.good > 0 {
        plan.good -= 1
        return false
      }
      if plan.bad == 0 { return false }
      plan.bad -= 1
      return true
    }
    if fails { throw DatabaseError(.storage, "SQLite 10: disk I/O error") }
    return try await base.write(body)
  }

  func backUp(to path: String) async throws {
    try await base.backUp(to: path)
  }
}
