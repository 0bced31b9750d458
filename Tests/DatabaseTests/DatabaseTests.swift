import Database
import Foundation
import TestDatabases
import Testing

@Suite struct DatabaseTests {
  let database: any Database

  init() async throws {
    database = try await TestDatabase.engine()
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

  @Test("Times keep their milliseconds, NULL is read as nil, lists may be empty")
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

  @Test("A stored count is renewed once anybody has changed something, in this program or another")
  func remembered() async throws {
    let place = try await TestDatabase()
    let (database, other) = (try place.open(), try place.open())
    try await database.write { try $0.execute("CREATE TABLE glass (id INTEGER PRIMARY KEY)") }
    func count(over least: Int) async throws -> Int? {
      try await database.read {
        try $0.remembered("SELECT count(*) AS n FROM glass WHERE id > \(least)") {
          try $0.first?.get("n", as: Int.self)
        }
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
      return try connection.remembered("SELECT count(*) AS n FROM glass") { try $0.first?.get("n", as: Int.self) }
    }
    #expect(inside == 10)
  }

  @Test("A backup taken while the database is in use contains everything written before")
  func backup() async throws {
    let database = try SQLiteDatabase(path: Self.temporaryPath())
    try await database.write { try $0.execute("CREATE TABLE glass (id INTEGER PRIMARY KEY, drink TEXT NOT NULL)") }
    try await database.write { try $0.execute("INSERT INTO glass (id, drink) VALUES (1, 'water')") }
    let path = Self.temporaryPath()
    try await database.backUp(to: path)
    let copy = try SQLiteDatabase(path: path)
    #expect(try await copy.read { try $0.count("SELECT count(*) AS n FROM glass") } == 1)
  }

  @Test("A NUL in a text is dropped: no engine ends the text there, and none keeps it")
  func nul() async throws {
    let drink = "Apfel\0saft"
    try await database.write { try $0.execute("INSERT INTO glass (id, drink) VALUES (1, \(drink))") }
    #expect(
      try await database.read { try $0.row("SELECT drink FROM glass")?.get("drink", as: String.self) } == "Apfelsaft")
  }

  @Test(
    "A text comes back as it was: empty, short, long, in any script",
    arguments: ["", "a", "Grüße aus Łódź, 你好 🍸", String(repeating: "ß", count: 100_000)])
  func texts(drink: String) async throws {
    try await database.write { try $0.execute("INSERT INTO glass (id, drink) VALUES (1, \(drink))") }
    let found = try await database.read { connection in
      try connection.row("SELECT drink FROM glass WHERE drink = \(drink)")?.get("drink", as: String.self)
    }
    #expect(found == drink)
  }

  @Test("A text is found by any part of it, whatever it contains, and by its beginning letter for letter")
  func parts() async throws {
    let drinks = ["50% juice_a", "50 juices", "Äpfel", "TEA {\"x\":1}", "tea {\"x\":1}", "c:\\cola"]
    try await database.write { connection in
      for (id, drink) in drinks.enumerated() {
        try connection.execute("INSERT INTO glass (id, drink) VALUES (\(id), \(drink))")
      }
    }
    func ids(_ condition: SQL) async throws -> [Int] {
      try await database.read {
        try $0.rows("SELECT id FROM glass WHERE \(condition) ORDER BY id") { try $0.get("id") }
      }
    }
    #expect(try await ids(.lowerCase("drink", contains: "% juice_")) == [0])
    #expect(try await ids(.lowerCase("drink", contains: "c:\\c")) == [5])
    #expect(try await ids(.anyCase("drink", contains: "tea")) == [3, 4])
    #expect(try await ids(.anyCase("drink", contains: "")) == [0, 1, 2, 3, 4, 5])
    #expect(try await ids(.column("drink", begins: "tea {\"x\":")) == [4])
    #expect(try await ids(.column("drink", begins: "Ä")) == [2])
  }

  @Test("Texts sort byte by byte, sums are whole numbers and comparisons 0 or 1, whatever the engine")
  func likeness() async throws {
    try await database.write { connection in
      for (id, drink) in ["b", "B", "ä", "a", "Z"].enumerated() {
        try connection.execute("INSERT INTO glass (id, drink, poured_at) VALUES (\(id), \(drink), \(1 << 40))")
      }
    }
    let order = try await database.read {
      try $0.rows("SELECT drink FROM glass ORDER BY drink") { try $0.get("drink", as: String.self) }
    }
    #expect(order == ["B", "Z", "a", "b", "ä"])
    try await database.read { connection in
      let row = try connection.row(
        "SELECT sum(poured_at) AS sum, avg(id) AS middle, max(id) > 3 AS many, 'x' < 'X' AS less FROM glass")
      #expect(try row?.get("sum", as: Int.self) == 5 << 40)
      #expect(try row?.get("middle", as: Double.self) == 2)
      #expect(try row?.get("many", as: Bool.self) == true)
      #expect(try row?.get("less", as: Bool.self) == false)
    }
  }

  @Test("A variable filled in a repeated body has the value of the last run")
  func repeated() async throws {
    let repeating = RepeatingDatabase(database)
    let found = try await repeating.write { connection in
      try connection.execute("INSERT INTO glass (id, drink) VALUES (1, 'water')")
      return try connection.count("SELECT count(*) AS n FROM glass")
    }
    #expect(found == 1)
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
    let database = try await TestDatabase.engine()
    #expect(try await Migrator([first]).migrate(database) == [1])
    #expect(try await Migrator([second, first]).migrate(database) == [2])
    #expect(try await Migrator([first, second]).migrate(database) == [])
    #expect(try await database.read { try $0.rows("SELECT id, drink FROM glass").isEmpty })
  }

  @Test("A database newer than the program is refused")
  func newer() async throws {
    let database = try await TestDatabase.engine()
    _ = try await Migrator([first, second]).migrate(database)
    await #expect(throws: DatabaseError.self) { try await Migrator([first]).migrate(database) }
  }

  @Test("A step edited after it was applied is refused; a different comment in it is no edit")
  func edited() async throws {
    let database = try await TestDatabase.engine()
    _ = try await Migrator([first]).migrate(database)
    let remarked = Self.step(1, "-- tumblers\nCREATE TABLE glass (\n  id INTEGER\n);\n")
    #expect(try await Migrator([remarked]).migrate(database) == [])
    let edited = Self.step(1, "CREATE TABLE glass (\n  id INTEGER,\n  size INTEGER\n);\n")
    await #expect(throws: DatabaseError.self) { try await Migrator([edited, second]).migrate(database) }
    await #expect(throws: DatabaseError.self) { try await Migrator([edited]).missing(in: database) }
    #expect(try await Migrator([first, second]).missing(in: database) == [2])
  }

  @Test("A database from before steps were hashed is accepted as it is, and held to it from then on")
  func older() async throws {
    let database = try await TestDatabase.engine()
    _ = try await Migrator([first]).migrate(database)
    try await database.write { try $0.execute("DROP TABLE migration_hash") }
    #expect(try await Migrator([first, second]).migrate(database) == [2])
    let edited = Self.step(1, "CREATE TABLE mug (\n  id INTEGER\n);\n")
    await #expect(throws: DatabaseError.self) { try await Migrator([edited, second]).migrate(database) }
  }
}
