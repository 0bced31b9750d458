import Database
import NIOConcurrencyHelpers

/// Counts the statements that are run; for a transaction that is repeated, those of the last run.
struct CountingDatabase: Database {
  let base: any Database
  private let statements = NIOLockedValueBox<[String]>([])

  init(_ base: any Database) {
    self.base = base
  }

  /// Returns the statements so far, and forgets them.
  func taken() -> [String] {
    statements.withLockedValue { statements in
      defer { statements = [] }
      return statements
    }
  }

  func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    let run = NIOLockedValueBox<[String]>([])
    defer { note(run) }
    return try await base.read { try Self.counting($0, run, body) }
  }

  func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    let run = NIOLockedValueBox<[String]>([])
    defer { note(run) }
    return try await base.write { try Self.counting($0, run, body) }
  }

  func backUp(to path: String) async throws { try await base.backUp(to: path) }

  func forgetDeleted(lookingFor needles: [String]?) async throws { try await base.forgetDeleted(lookingFor: needles) }

  private func note(_ run: NIOLockedValueBox<[String]>) {
    statements.withLockedValue { $0 += run.withLockedValue { $0 } }
  }

  private static func counting<T>(
    _ connection: any Connection, _ run: NIOLockedValueBox<[String]>, _ body: (any Connection) throws -> T
  ) throws -> T {
    run.withLockedValue { $0 = [] }
    return try body(
      CountingConnection(base: connection) { sql in
        let text = sql.text { _ in "?" }.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        run.withLockedValue { $0.append(text) }
      })
  }
}

private struct CountingConnection: Connection {
  let base: any Connection
  let note: (SQL) -> Void

  var fingerprintKey: [UInt8] { base.fingerprintKey }
  var takingTurns: SQL { base.takingTurns }
  var holdingRows: SQL { base.holdingRows }
  var sharingRows: SQL { base.sharingRows }
  var clock: SQL { base.clock }

  /// Nodes of tests hold no locks, so that only their silence tells.
  func hasEnded(member: Int) throws -> Bool { false }

  func forEach(_ sql: SQL, _ row: (Row) throws -> Void) throws {
    note(sql)
    try base.forEach(sql, row)
  }

  func execute(_ sql: SQL) throws -> Int {
    note(sql)
    return try base.execute(sql)
  }

  func remembered<Answer: Sendable>(_ sql: SQL, as make: ([Row]) throws -> Answer) throws -> Answer {
    note(sql)
    return try base.remembered(sql, as: make)
  }
}
