import Database
import Foundation

extension PostgreSQLDatabase {
  package func flushesCommits() async throws -> Bool {
    try await onConnection { try PostgreSQLServer($0).flushesCommits() }
  }

  /// Reads each table from beginning to end, which fails on a damaged page. `pg_amcheck` checks indexes as well.
  package func damage(thoroughly: Bool) async throws -> [String] {
    try await read { connection in
      let tables = try connection.rows(
        "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
      ) { try $0.get("name", as: String.self) }
      for table in tables {
        do { _ = try connection.count(SQL(stringLiteral: "SELECT count(t.*) AS n FROM \"\(table)\" AS t")) } catch {
          return ["\(table): \(error)"]
        }
      }
      return []
    }
  }

  package func join(as number: Int, _ duties: any MemberDuties) async throws -> any Membership {
    try await Self.onThread { [address, logger] in try MemberSession(address, number, duties, logger) }
  }

  package func identity() async throws -> String? {
    try await read { connection in
      try connection.row(
        """
        SELECT system_identifier || '/' || (SELECT oid FROM pg_database WHERE datname = current_database()) AS identity
        FROM pg_control_system()
        """)?.get("identity")
    }
  }

  /// Runs a command that can't be part of a transaction, such as CREATE DATABASE.
  package func administer(_ command: String) async throws {
    try await onConnection { _ = try $0.run(command) }
  }

  /// `pg_dump` does this better, with tools that the operator of a server has anyway.
  package func backUp(to path: String) async throws {
    throw DatabaseError(.other, "PostgreSQL: a server is backed up by pg_dump")
  }

  package func alone<T: Sendable>(_ work: @Sendable () async throws -> T) async throws -> T {
    let lock = try await Self.onThread { [address] in try LoneWork(address) }
    defer { lock.end() }
    return try await work()
  }

  /// - Parameter body: runs on a connection outside the pool, which is closed afterwards.
  private func onConnection<T: Sendable>(
    _ body: @escaping @Sendable (PostgreSQLConnection) throws -> T
  ) async throws -> T {
    try await Self.onThread { [address] in
      let connection = try PostgreSQLConnection(address)
      defer { connection.close() }
      return try body(connection)
    }
  }

  static func onThread<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { answer in
      Thread { answer.resume(with: Result { try work() }) }.start()
    }
  }
}

/// An advisory lock: one program holds it at a time, and the server releases it when the program dies.
private final class LoneWork: @unchecked Sendable {
  /// Any number that is ours: “Stehtis” in ASCII.
  private static let number = 0x53_74_65_68_74_69_73
  private let connection: PostgreSQLConnection

  init(_ address: PostgreSQLAddress) throws {
    var patient = address
    patient.statementTimeout = nil
    connection = try PostgreSQLConnection(patient)
    do {
      try connection.run("SET lock_timeout = 0; SELECT pg_advisory_lock(\(Self.number))")
    } catch {
      connection.close()
      throw error
    }
  }

  func end() { connection.close() }
}
