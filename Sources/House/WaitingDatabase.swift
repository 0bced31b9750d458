import Database
import Dispatch
import Foundation
import NIOConcurrencyHelpers

/// The database for a thread of our own (`OwnThread`), which may block.
package struct WaitingDatabase: Sendable {
  package let database: any Database
  /// Applied after each transaction that writes; nil for none.
  private let pace: WritingPace?

  package init(database: any Database, pace: WritingPace? = nil) {
    (self.database, self.pace) = (database, pace)
  }

  /// The number of rows in one transaction.
  package var rows: Int { pace?.rows ?? 1000 }

  package func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) throws -> T {
    try wait { try await $0.read(body) }
  }

  @discardableResult
  package func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) throws -> T {
    let start = ContinuousClock.now
    let value = try wait { try await $0.write(body) }
    let rest = pace?.rest(after: ContinuousClock.now - start) ?? .zero
    if rest > .zero { Thread.sleep(forTimeInterval: rest / .seconds(1)) }
    return value
  }

  private func wait<T: Sendable>(_ work: @escaping @Sendable (any Database) async throws -> T) throws -> T {
    let outcome = NIOLockedValueBox<Result<T, any Error>>(.failure(CancellationError()))
    let done = DispatchSemaphore(value: 0)
    Task.detached { [database] in
      do {
        let value = try await work(database)
        outcome.withLockedValue { $0 = .success(value) }
      } catch {
        outcome.withLockedValue { $0 = .failure(error) }
      }
      done.signal()
    }
    done.wait()
    return try outcome.withLockedValue { $0 }.get()
  }
}
