import Database
import Dispatch
import NIOConcurrencyHelpers

/// The database as seen from a thread of our own (`OwnThread`), which may wait for it.
package struct WaitingDatabase: Sendable {
  package let database: any Database

  package init(database: any Database) {
    self.database = database
  }

  package func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) throws -> T {
    try wait { try await $0.read(body) }
  }

  @discardableResult
  package func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) throws -> T {
    try wait { try await $0.write(body) }
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
