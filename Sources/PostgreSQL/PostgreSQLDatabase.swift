import Database
import Foundation
import Logging
import Synchronization

/// PostgreSQL through libpq. Its calls block, so they are made on separate threads, at most as many as there are
/// connections.
package struct PostgreSQLDatabase: DatabaseEngine {
  /// Ends the threads when nobody holds the database any more.
  private final class Hold: Sendable {
    let pool: ConnectionPool
    let use = Mutex<SoleUse?>(nil)

    init(_ pool: ConnectionPool) { self.pool = pool }

    deinit { close() }

    func close() {
      pool.close()
      use.withLock { $0?.end() }
    }
  }

  package static let connections = 8

  let address: PostgreSQLAddress
  private let hold: Hold
  let logger: Logger
  package var fingerprintKey: [UInt8] = []

  /// Connects once to check that the database can be used.
  /// - Throws: `DatabaseError` if nobody answers, or if the database sorts differently or is of an older version.
  package init(
    _ address: PostgreSQLAddress, connections: Int = Self.connections,
    logger: Logger = Logger(label: "postgresql") { _ in SwiftLogNoOpLogHandler() }
  ) throws {
    (self.address, self.logger) = (address, logger)
    hold = Hold(ConnectionPool(ConnectionOpening(address, logger), size: connections))
    let first = try PostgreSQLConnection(address)
    defer { first.close() }
    try PostgreSQLServer(first).demandUsable()
  }

  package var place: String { address.described }

  package var gauges: [String: Double] { hold.pool.figures.gauges }

  package func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await transaction(.reading, body)
  }

  @discardableResult
  package func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await transaction(.writing, body)
  }

  package func occupy(shared: Bool) async throws {
    let use = try await Self.onThread { [address, logger] in try SoleUse(address, logger, isShared: shared) }
    hold.use.withLock { $0 = use }
  }

  package func close() async throws { hold.close() }

  private func transaction<T: Sendable>(
    _ kind: TransactionKind, _ body: @escaping @Sendable (any Connection) throws -> T
  ) async throws -> T {
    let (asked, key) = (ContinuousClock.now, fingerprintKey)
    return try await withCheckedThrowingContinuation { answer in
      hold.pool.submit { thread in
        answer.resume(with: Result { try thread.run(kind, asked: asked, key: key, body) })
      }
    }
  }
}
