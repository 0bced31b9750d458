import Database
import Foundation
import Testing

@testable import House
@testable import Records

/// Where several nodes are brought to a new version one after the other, the older ones go on for a while with the newer schema.
@Suite("Schemas of two neighbouring versions")
struct NeighbourSchemaTests {
  /// What an older program does stays possible after each step: its tables and columns are there, and a row without the new columns is
  /// taken. A step that can't be like that waits for a version in which no program uses its table any more.
  @Test("An older program goes on after each step of the schema that came since nodes can be brought to it one by one")
  func survived() async throws {
    let database = try Self.database()
    let steps = try bundledMigrations().sorted { $0.number < $1.number }
    for (index, step) in steps.enumerated() {
      let before = try await Self.columns(database)
      _ = try await Migrator(Array(steps[...index])).migrate(database)
      let after = try await Self.columns(database)
      guard step.number > Self.first else { continue }
      for (table, columns) in before {
        let kept = try #require(after[table], "step \(step.number) takes the table \(table) away")
        #expect(Set(columns.keys).subtracting(kept.keys).isEmpty, "step \(step.number) takes columns of \(table) away")
        let demanded = kept.filter { columns[$0.key] == nil && $0.value }.keys.sorted()
        #expect(demanded.isEmpty, "step \(step.number) demands \(demanded) in \(table)")
      }
    }
  }

  @Test("A step that an older program would not survive is found")
  func found() async throws {
    let database = try Self.database()
    try await database.write { try $0.execute("CREATE TABLE seat (id TEXT NOT NULL, note TEXT NOT NULL DEFAULT '')") }
    #expect(try await Self.columns(database) == ["seat": ["id": true, "note": false]])
  }

  /// The step that brought several nodes.
  private static let first = 250

  private static func database() throws -> SQLiteDatabase {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return try SQLiteDatabase(path: folder.appending(path: "steps.sqlite").path)
  }

  /// By table: by column, whether a new row must bring it.
  private static func columns(_ database: SQLiteDatabase) async throws -> [String: [String: Bool]] {
    try await database.read { connection in
      let tables = try connection.rows(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
      ) { try $0.get("name", as: String.self) }
      var found: [String: [String: Bool]] = [:]
      for table in tables where !table.hasPrefix("migration") {
        let columns = try connection.rows(
          """
          SELECT name, CASE WHEN "notnull" = 1 AND dflt_value IS NULL THEN 1 ELSE 0 END AS is_demanded
          FROM pragma_table_info(\(table))
          """
        ) { (try $0.get("name", as: String.self), try $0.get("is_demanded", as: Bool.self)) }
        found[table] = Dictionary(columns, uniquingKeysWith: { first, _ in first })
      }
      return found
    }
  }
}
