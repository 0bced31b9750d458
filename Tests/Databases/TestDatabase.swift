import Database
import Foundation
import PostgreSQL

/// A database for one test, which disappears with it: an SQLite file or, if `STEHTISCH_TEST_DATABASE` names a
/// PostgreSQL server, a database there.
package final class TestDatabase: Sendable {
  /// The address on the server; nil for a file.
  package let address: String?
  /// SQLite's file; nil on a server.
  package let file: URL?
  private let name: String

  package static let server = ProcessInfo.processInfo.environment["STEHTISCH_TEST_DATABASE"]
  /// True if each body of a write is run twice, as an engine may do.
  package static let runsTwice = ProcessInfo.processInfo.environment["STEHTISCH_TEST_TWICE"] != nil

  /// - Parameter template: the server's database to copy; without one it is empty.
  package init(copying template: String? = nil) async throws {
    name = "stehtisch_test_\(UUID().uuidString.replacing("-", with: "").lowercased())"
    guard let server = Self.server else {
      address = nil
      file = FileManager.default.temporaryDirectory.appending(path: "\(name).sqlite")
      return
    }
    file = nil
    address = Self.address(of: name, on: server)
    let copied = template.map { "TEMPLATE \($0) STRATEGY FILE_COPY" } ?? "TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'"
    try await Self.administer("CREATE DATABASE \(name) \(copied)")
  }

  deinit {
    if let file { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file.path + end) } }
    if address != nil { Task.detached { [name] in try? await Self.administer("DROP DATABASE \(name) WITH (FORCE)") } }
  }

  /// Call it again for another connection to the same database.
  package func open() throws -> any DatabaseEngine {
    if let address { return try PostgreSQLDatabase(PostgreSQLAddress(address), connections: 4) }
    return try SQLiteDatabase(path: file?.path ?? "")
  }

  /// A fresh engine for tests that need no second connection to it. It lives as long as the process.
  package static func engine() async throws -> any DatabaseEngine {
    let database = try await TestDatabase()
    kept.add(database)
    return try database.open()
  }

  private static let kept = Kept()

  /// The original of all copies, made once in a process.
  /// - Parameter fill: brings it into the state in which tests find it.
  package static func template(
    _ fill: @escaping @Sendable (any Database) async throws -> Void
  ) async throws -> DatabaseTemplate {
    try await TemplateMaking.shared.template(fill)
  }

  static func address(of name: String, on server: String) -> String {
    let parts = server.split(separator: "?", maxSplits: 1)
    return parts[0] + "/" + name + (parts.count > 1 ? "?" + parts[1] : "")
  }

  static func administer(_ command: String) async throws {
    guard let server else { return }
    let database = try PostgreSQLDatabase(PostgreSQLAddress(address(of: "postgres", on: server)))
    try await database.administer(command)
  }
}

private final class Kept: @unchecked Sendable {
  private let lock = NSLock()
  private var databases: [TestDatabase] = []

  func add(_ database: TestDatabase) { lock.withLock { databases.append(database) } }
}
