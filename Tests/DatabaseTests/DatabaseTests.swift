import Database
import Foundation
import Testing

@Suite struct DatabaseTests {
  let database: any Database

  init() async throws {
    database = try SQLiteDatabase(path: Self.temporaryPath())
    try await database.write {
      try $0.execute("CREATE TABLE glass (id INTEGER PRIMARY KEY, drink TEXT NOT NULL UNIQUE, poured_at BIGINT)")
    }
  }

  static func temporaryPath() -> String {
    FileManager.default.temporaryDirectory.appending(path: "\(UUID()).sqlite").path
  }

  @Test("A value is bound, never pasted into the statement")
  func binding() async throws {
    let hostile = "'); DROP TABLE glass; --"
    let found = try await database.write { connection in
      try connection.execute("INSERT INTO glass (id, drink) VALUES (\(1), \(hostile))")
      return try connection.row("SELECT drink FROM glass WHERE drink = \(hostile)")?.get("drink", as: String.self)
    }
    #expect(found == hostile)
  }

  @Test("A write that throws leaves nothing behind")
  func rollback() async throws {
    struct Spilt: Error {}
    await #expect(throws: Spilt.self) {
      try await database.write { connection in
        try connection.execute("INSERT INTO glass (id, drink) VALUES (1, 'water')")
        throw Spilt()
      }
    }
    #expect(try await database.read { try $0.count("SELECT count(*) AS n FROM glass") } == 0)
  }

  @Test("A repeated key is named as a duplicate, a missing value as a constraint")
  func kinds() async throws {
    try await database.write { try $0.execute("INSERT INTO glass (id, drink) VALUES (1, 'water')") }
    await #expect {
      try await database.write { try $0.execute("INSERT INTO glass (id, drink) VALUES (2, 'water')") }
    } throws: {
      ($0 as? DatabaseError)?.kind == .duplicate
    }
    await #expect { try await database.write { try $0.execute("INSERT INTO glass (id) VALUES (2)") } } throws: {
      ($0 as? DatabaseError)?.kind == .constraint
    }
  }

  @Test("Times keep their milliseconds, NULL is found as nothing, lists may be empty")
  func values() async throws {
    let time = Date(timeIntervalSince1970: 1_764_000_000.123)
    try await database.write {
      try $0.execute("INSERT INTO glass (id, drink, poured_at) VALUES (1, 'wine', \(time)), (2, 'tea', \(Date?.none))")
    }
    let poured = try await database.read {
      try $0.rows("SELECT poured_at FROM glass ORDER BY id") { try $0.find("poured_at", as: Date.self) }
    }
    #expect(poured == [time, nil])
    let none = try await database.read { try $0.rows("SELECT id FROM glass WHERE drink IN \(list: [String]())") }
    #expect(none.isEmpty)
    let both = try await database.read { try $0.rows("SELECT id FROM glass WHERE drink IN \(list: ["tea", "wine"])") }
    #expect(both.count == 2)
  }

  @Test("A backup taken while the database is in use holds all that was written")
  func backup() async throws {
    try await database.write { try $0.execute("INSERT INTO glass (id, drink) VALUES (1, 'water')") }
    let path = Self.temporaryPath()
    try await database.backUp(to: path)
    let copy = try SQLiteDatabase(path: path)
    #expect(try await copy.read { try $0.count("SELECT count(*) AS n FROM glass") } == 1)
  }

  @Test("Statements are joined with their values in order")
  func joining() {
    let conditions: [SQL] = ["a = \(1)", "b = \("x")"]
    let sql: SQL = "SELECT 1 WHERE \(SQL.join(conditions, separator: " AND ")) LIMIT \(5)"
    #expect(sql.text { "$\($0)" } == "SELECT 1 WHERE a = $1 AND b = $2 LIMIT $3")
  }
}

@Suite struct MigratorTests {
  let first = step(1, "-- glasses\nCREATE TABLE glass (\n  id INTEGER -- counted\n);\n")
  let second = step(2, "ALTER TABLE glass ADD COLUMN drink TEXT;\nCREATE TABLE coaster (id INTEGER);\n")

  private static func step(_ number: Int, _ script: String) -> Migration {
    Migration(number: number, script: script) { String($0.hashValue) }
  }

  @Test("Each step is applied once, in order")
  func once() async throws {
    let database = try SQLiteDatabase(path: DatabaseTests.temporaryPath())
    #expect(try await Migrator([first]).migrate(database) == [1])
    #expect(try await Migrator([second, first]).migrate(database) == [2])
    #expect(try await Migrator([first, second]).migrate(database) == [])
    #expect(try await database.read { try $0.rows("SELECT id, drink FROM glass") }.isEmpty)
  }

  @Test("A database that is newer than the program is refused")
  func newer() async throws {
    let database = try SQLiteDatabase(path: DatabaseTests.temporaryPath())
    _ = try await Migrator([first, second]).migrate(database)
    await #expect(throws: DatabaseError.self) { try await Migrator([first]).migrate(database) }
  }

  @Test("A step that was edited after it was applied is refused; another remark in it is no edit")
  func edited() async throws {
    let database = try SQLiteDatabase(path: DatabaseTests.temporaryPath())
    _ = try await Migrator([first]).migrate(database)
    let remarked = Self.step(1, "-- tumblers\nCREATE TABLE glass (\n  id INTEGER\n);\n")
    #expect(try await Migrator([remarked]).migrate(database) == [])
    let edited = Self.step(1, "CREATE TABLE glass (\n  id INTEGER,\n  size INTEGER\n);\n")
    await #expect(throws: DatabaseError.self) { try await Migrator([edited, second]).migrate(database) }
    await #expect(throws: DatabaseError.self) { try await Migrator([edited]).missing(in: database) }
    #expect(try await Migrator([first, second]).missing(in: database) == [2])
  }

  @Test("A database from before steps were hashed is taken as it is, and held to it from then on")
  func older() async throws {
    let database = try SQLiteDatabase(path: DatabaseTests.temporaryPath())
    _ = try await Migrator([first]).migrate(database)
    try await database.write { try $0.execute("DROP TABLE migration_hash") }
    #expect(try await Migrator([first, second]).migrate(database) == [2])
    let edited = Self.step(1, "CREATE TABLE mug (\n  id INTEGER\n);\n")
    await #expect(throws: DatabaseError.self) { try await Migrator([edited, second]).migrate(database) }
  }
}
