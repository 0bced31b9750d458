import Database
import Foundation
import TestDatabases
import Testing

/// Several writers at once, like several programs on one server.
@Suite struct WritersTests {
  @Test("Two concurrent read-then-write transactions give the result of one after the other")
  func serial() async throws {
    let place = try await TestDatabase()
    let writers = [try place.open(), try place.open()]
    try await writers[0].write { connection in
      try connection.execute("CREATE TABLE glass (id INTEGER PRIMARY KEY, sips INTEGER NOT NULL)")
      try connection.execute("INSERT INTO glass (id, sips) VALUES (1, 0)")
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<60 {
        group.addTask {
          try await writers[number % 2].write { connection in
            let sips = try connection.count("SELECT sips AS n FROM glass WHERE id = 1")
            try connection.execute("UPDATE glass SET sips = \(sips + 1) WHERE id = 1")
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try await writers[0].read { try $0.count("SELECT sips AS n FROM glass") } == 60)
  }

  @Test("Workers that take turns get each row of a queue once")
  func turns() async throws {
    let place = try await TestDatabase()
    let workers = [try place.open(), try place.open()]
    try await workers[0].write { connection in
      try connection.execute("CREATE TABLE queue (id INTEGER PRIMARY KEY, taken INTEGER NOT NULL DEFAULT 0)")
      for id in 1...80 { try connection.execute("INSERT INTO queue (id) VALUES (\(id))") }
    }
    let taken = try await withThrowingTaskGroup(of: [Int].self) { group in
      for number in 0..<6 {
        group.addTask {
          var taken: [Int] = []
          while let id = try await Self.take(from: workers[number % 2]) { taken.append(id) }
          return taken
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(taken.sorted() == Array(1...80))
  }

  private static func take(from database: any Database) async throws -> Int? {
    try await database.write { connection in
      let row = try connection.row(
        "SELECT id FROM queue WHERE taken = 0 ORDER BY id LIMIT 1 \(connection.takingTurns)")
      guard let id: Int = try row?.get("id") else { return nil }
      try connection.execute("UPDATE queue SET taken = 1 WHERE id = \(id)")
      return id
    }
  }

  @Test("A failed statement ends its transaction, whether or not the error was caught")
  func failed() async throws {
    let database = try await TestDatabase.engine()
    try await database.write { try $0.execute("CREATE TABLE glass (id INTEGER PRIMARY KEY)") }
    guard TestDatabase.server != nil else { return }
    await #expect {
      try await database.write { connection in
        try connection.execute("INSERT INTO glass (id) VALUES (1)")
        _ = try? connection.execute("INSERT INTO glass (id) VALUES (1)")
      }
    } throws: { ($0 as? DatabaseError)?.kind == .duplicate }
    #expect(try await database.read { try $0.count("SELECT count(*) AS n FROM glass") } == 0)
  }

  @Test("Programs that start at the same time bring the schema forward one after the other")
  func migrating() async throws {
    let place = try await TestDatabase()
    let steps = (1...4).map { number in
      Migration(number: number, script: "CREATE TABLE glass\(number) (id INTEGER);\n") { String($0.count) }
    }
    let programs = [try place.open(), try place.open()]
    guard TestDatabase.server != nil else { return }
    let applied = try await withThrowingTaskGroup(of: [Int].self) { group in
      for number in 0..<6 {
        group.addTask { [program = programs[number % 2]] in
          try await Migrator(steps).migrate(program)
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(applied.sorted() == [1, 2, 3, 4])
  }
}
