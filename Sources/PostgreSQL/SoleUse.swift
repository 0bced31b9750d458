import Database
import Foundation
import Logging

/// The right to be the only program that works with a database, or one of those that share it: an advisory lock of a connection of its own, which is watched. The server takes
/// it back when the program dies; after a restart of the server it is taken again.
final class SoleUse: @unchecked Sendable {
  /// “Stehtis” in ASCII, plus one more than for a change of the schema.
  private static let number = 0x53_74_65_68_74_69_74
  /// The time for which a killed program may still seem to be there, in seconds.
  private static let patience = 10.0
  private static let pause = 2.0

  private let address: PostgreSQLAddress
  private let logger: Logger
  private let isShared: Bool
  private let condition = NSCondition()
  private var connection: PostgreSQLConnection?
  private var isOver = false

  /// - Throws: `DatabaseError` of the kind `.busy` if another program works with it.
  init(_ address: PostgreSQLAddress, _ logger: Logger, isShared: Bool) throws {
    (self.address, self.logger, self.isShared) = (address, logger, isShared)
    let end = Date(timeIntervalSinceNow: Self.patience)
    while try !take() {
      if Date() > end {
        throw DatabaseError(.busy, "PostgreSQL: another Stehtisch works with \(address.described).")
      }
      Thread.sleep(forTimeInterval: 0.2)
    }
    Thread { self.watch() }.start()
  }

  func end() {
    condition.withLock {
      isOver = true
      condition.broadcast()
    }
  }

  private func watch() {
    var isOurs = true
    while rest() {
      if let connection, (try? connection.run("SELECT 1")) != nil { continue }
      connection?.close()
      connection = nil
      let wasOurs = isOurs
      do { isOurs = try take() } catch { continue }
      if wasOurs, !isOurs { logger.critical("another Stehtisch works with the same database: stop one of them") }
    }
    connection?.close()
  }

  /// - Returns: false once it is over.
  private func rest() -> Bool {
    condition.withLock {
      if !isOver { _ = condition.wait(until: Date(timeIntervalSinceNow: Self.pause)) }
      return !isOver
    }
  }

  /// - Returns: false if another program has it.
  private func take() throws -> Bool {
    let opened = try PostgreSQLConnection(address)
    do {
      var found = false
      let lock = SQL(stringLiteral: isShared ? "pg_try_advisory_lock_shared" : "pg_try_advisory_lock")
      try opened.result(of: "SELECT \(lock)(\(Self.number)) AS found").rows { found = try $0.get("found") }
      if found { connection = opened } else { opened.close() }
      return found
    } catch {
      opened.close()
      throw error
    }
  }
}
