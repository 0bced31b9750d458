import Database
import Foundation
import Logging
import Synchronization

/// Opens connections for all threads. While nobody answers, they try one after another at growing intervals of up to
/// two seconds.
final class ConnectionOpening: Sendable {
  private let address: PostgreSQLAddress
  private let logger: Logger
  private let state = Mutex(Outage())

  private struct Outage {
    var failures = 0
    var next = ContinuousClock.now

    mutating func fail() {
      failures += 1
      let pause = min(2000, 50 << min(failures, 6))
      next = .now + .milliseconds(pause + Int.random(in: 0...pause / 4))
    }
  }

  init(_ address: PostgreSQLAddress, _ logger: Logger) {
    (self.address, self.logger) = (address, logger)
  }

  /// - Throws: the latest reason why nobody answered.
  func connection(until end: ContinuousClock.Instant) throws -> PostgreSQLConnection {
    while true {
      let next = state.withLock { $0.next }
      if next > end {
        throw DatabaseError(.busy, "PostgreSQL: \(address.described) does not answer")
      }
      Thread.sleep(forTimeInterval: max(0, (next - .now) / .seconds(1)))
      do { return try opened() } catch let error as DatabaseError where error.kind == .busy {
        failed(error)
        if ContinuousClock.now >= end { throw error }
      }
    }
  }

  private func opened() throws -> PostgreSQLConnection {
    let connection = try PostgreSQLConnection(address)
    let before = state.withLock { state in
      defer { state = Outage() }
      return state.failures
    }
    if before > 0 { logger.notice("the database answers again") }
    return connection
  }

  private func failed(_ error: DatabaseError) {
    let failures = state.withLock { state in
      state.fail()
      return state.failures
    }
    if failures == 1 { logger.error("the database does not answer", metadata: ["reason": "\(error)"]) }
  }
}
