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
    let none = try await database.read { try $0.rows("SELECT id FROM glass WHERE drink IN \(list: [String]())").count }
    #expect(none == 0)
    let both = try await database.read {
      try $0.rows("SELECT id FROM glass WHERE drink IN \(list: ["tea", "wine"])").count
    }
    #expect(both == 2)
  }

  @Test("Columns are found by name in whatever order they are asked for, row by row")
  func columnOrder() async throws {
    try await database.write { connection in
      for id in 1...5 { try connection.execute("INSERT INTO glass (id, drink) VALUES (\(id), \("drink \(id)"))") }
    }
    let drinks = try await database.read { connection in
      try connection.rows("SELECT id, drink, poured_at, drink AS again FROM glass ORDER BY id") { row in
        let id: Int = try row.get("id")
        if id.isMultiple(of: 2) { #expect(try row.get("again", as: String.self) == "drink \(id)") }
        #expect(try row.find("poured_at", as: Date.self) == nil)
        if id != 3 { #expect(try row.get("id", as: Int.self) == id) }
        #expect(throws: DatabaseError.self) { try row.get("glass", as: String.self) }
        return try row.get("drink", as: String.self)
      }
    }
    #expect(drinks == (1...5).map { "drink \($0)" })
  }

  @Test("A count that is kept is counted again once anybody has changed something, this program or another")
  func remembered() async throws {
    let path = Self.temporaryPath()
    let database = try SQLiteDatabase(path: path)
    let other = try SQLiteDatabase(path: path)
    try await database.write { try $0.execute("CREATE TABLE glass (id INTEGER PRIMARY KEY)") }
    func count(over least: Int) async throws -> Int? {
      try await database.read {
        try $0.remembered("SELECT count(*) AS n FROM glass WHERE id > \(least)").first?.get("n", as: Int.self)
      }
    }
    for id in 1...20 {
      let writer = id.isMultiple(of: 3) ? other : database
      try await writer.write { try $0.execute("INSERT INTO glass (id) VALUES (\(id))") }
      for _ in 1...3 {
        #expect(try await count(over: 0) == id)
        #expect(try await count(over: 5) == max(0, id - 5))
      }
    }
    let inside = try await database.write { connection in
      try connection.execute("DELETE FROM glass WHERE id > 10")
      return try connection.remembered("SELECT count(*) AS n FROM glass").first?.get("n", as: Int.self)
    }
    #expect(inside == 10)
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
  let first = Migration(number: 1, script: "-- glasses\nCREATE TABLE glass (\n  id INTEGER -- counted\n);\n")
  let second = Migration(
    number: 2, script: "ALTER TABLE glass ADD COLUMN drink TEXT;\nCREATE TABLE coaster (id INTEGER);\n")

  @Test("Each step is applied once, in order")
  func once() async throws {
    let database = try SQLiteDatabase(path: DatabaseTests.temporaryPath())
    #expect(try await Migrator([first]).migrate(database) == [1])
    #expect(try await Migrator([second, first]).migrate(database) == [2])
    #expect(try await Migrator([first, second]).migrate(database) == [])
    #expect(try await database.read { try $0.rows("SELECT id, drink FROM glass").isEmpty })
  }

  @Test("A database that is newer than the program is refused")
  func newer() async throws {
    let database = try SQLiteDatabase(path: DatabaseTests.temporaryPath())
    _ = try await Migrator([first, second]).migrate(database)
    await #expect(throws: DatabaseError.self) { try await Migrator([first]).migrate(database) }
  }
}
