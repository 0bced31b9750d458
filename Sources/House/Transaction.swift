import Database

/// The work of one read or one write on the database, as pages and acts pass it on to stores. SQL can be written only
/// where `Database` is imported.
package typealias Transaction = any Connection

extension Services {
  /// Reads a consistent state. Readers don't wait for each other.
  package func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    try await database.read(body)
  }

  /// Writes all or nothing.
  @discardableResult
  package func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    try await database.write(body)
  }
}
