import Database
import NIOConcurrencyHelpers

/// Counts the statements that are run.
struct CountingDatabase: Database {
  let base: any Database
  private let statements = NIOLockedValueBox<[String]>([])

  init(_ base: any Database) {
    self.base = base
  }

  /// Those run so far, to look at; forgets them.
  func taken() -> [String] {
    statements.withLockedValue { statements in
      defer { statements = [] }
      return statements
    }
  }

  func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await base.read { try body(CountingConnection(base: $0, note: note)) }
  }

  func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await base.write { try body(CountingConnection(base: $0, note: note)) }
  }

  func backUp(to path: String) async throws { try await base.backUp(to: path) }

  func forgetDeleted(lookingFor needles: [String]?) async throws { try await base.forgetDeleted(lookingFor: needles) }

  private func note(_ sql: SQL) {
    let text = sql.text { _ in "?" }.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    statements.withLockedValue { $0.append(text) }
  }
}

private struct CountingConnection: Connection {
  let base: any Connection
  let note: (SQL) -> Void

  var fingerprintKey: [UInt8] { base.fingerprintKey }

  func forEach(_ sql: SQL, _ row: (Row) throws -> Void) throws {
    note(sql)
    try base.forEach(sql, row)
  }

  func execute(_ sql: SQL) throws -> Int {
    note(sql)
    return try base.execute(sql)
  }

  func remembered(_ sql: SQL) throws -> [Row] {
    note(sql)
    return try base.remembered(sql)
  }
}
