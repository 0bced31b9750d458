import Database
import Foundation
import PostgreSQL

/// A database that tests get copies of.
package enum DatabaseTemplate: Sendable {
  /// The bytes of a file of SQLite.
  case file(Data)
  /// The name of a database on the server.
  case server(String)
}

/// The one template of this process.
actor TemplateMaking {
  static let shared = TemplateMaking()
  private var making: Task<DatabaseTemplate, any Error>?

  func template(
    _ fill: @escaping @Sendable (any Database) async throws -> Void
  ) async throws -> DatabaseTemplate {
    if let making { return try await making.value }
    let task = Task { TestDatabase.server == nil ? try await Self.file(fill) : try await Self.onServer(fill) }
    making = task
    return try await task.value
  }

  private static func file(_ fill: @Sendable (any Database) async throws -> Void) async throws -> DatabaseTemplate {
    let place = try await TestDatabase()
    let database = try place.open()
    try await fill(database)
    // Moves the contents of its log into the file.
    try await database.close()
    // The file goes with its place.
    return try withExtendedLifetime(place) { .file(try Data(contentsOf: place.file ?? URL(filePath: ""))) }
  }

  private static func onServer(_ fill: @Sendable (any Database) async throws -> Void) async throws -> DatabaseTemplate {
    let name = "stehtisch_template_\(ProcessInfo.processInfo.processIdentifier)"
    try await TestDatabase.administer("DROP DATABASE IF EXISTS \(name) WITH (FORCE)")
    try await TestDatabase.administer(
      "CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'")
    let address = TestDatabase.address(of: name, on: TestDatabase.server ?? "")
    let database = try PostgreSQLDatabase(PostgreSQLAddress(address), connections: 1)
    try await fill(database)
    // Nobody may be connected to what is copied.
    try await database.close()
    try await TestDatabase.administer(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '\(name)'")
    return .server(name)
  }
}
