import Database

/// Runs each body twice and undoes the first run, which reveals anything a body does outside the database.
package struct RepeatingDatabase: Database {
  private struct Undone: Error {}

  private let base: any Database

  package init(_ base: any Database) {
    self.base = base
  }

  package func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    _ = try? await base.read(body)
    return try await base.read(body)
  }

  package func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    // An error of its own is thrown by the second run too.
    try? await base.write { connection in
      _ = try body(connection)
      throw Undone()
    }
    return try await base.write(body)
  }

  package func backUp(to path: String) async throws { try await base.backUp(to: path) }

  package func forgetDeleted(lookingFor needles: [String]?) async throws {
    try await base.forgetDeleted(lookingFor: needles)
  }

  package func alone<T: Sendable>(_ work: @Sendable () async throws -> T) async throws -> T {
    try await base.alone(work)
  }
}
