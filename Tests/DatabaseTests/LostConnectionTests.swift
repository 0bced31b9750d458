import Database
import Foundation
import PostgreSQL
import Synchronization
import TestDatabases
import Testing

/// Something only a server can do: disappear in the middle.
@Suite(.enabled(if: TestDatabase.server != nil))
struct LostConnectionTests {
  let database: any DatabaseEngine

  init() async throws {
    database = try await TestDatabase.engine()
    try await database.write { try $0.execute("CREATE TABLE glass (id INTEGER PRIMARY KEY)") }
  }

  private func count() async throws -> Int {
    try await database.read { try $0.count("SELECT count(*) AS n FROM glass") }
  }

  @Test("A write whose connection dropped before its commit is run again on another one, once")
  func before() async throws {
    let runs = Mutex(0)
    try await database.write { connection in
      let run = runs.withLock { runs in
        runs += 1
        return runs
      }
      try connection.execute("INSERT INTO glass (id) VALUES (1)")
      if run == 1 { _ = try connection.rows("SELECT pg_terminate_backend(pg_backend_pid())") }
    }
    #expect(runs.withLock { $0 } == 2)
    #expect(try await count() == 1)
  }

  @Test("A commit whose answer never came is unknown, and is not run again")
  func during() async throws {
    try await database.write { connection in
      try connection.execute(
        """
        CREATE FUNCTION leave() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END'
        """)
      try connection.execute(
        """
        CREATE CONSTRAINT TRIGGER leaving AFTER INSERT ON glass DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION leave()
        """)
    }
    let runs = Mutex(0)
    await #expect {
      try await database.write { connection in
        runs.withLock { $0 += 1 }
        try connection.execute("INSERT INTO glass (id) VALUES (1)")
      }
    } throws: {
      ($0 as? DatabaseError)?.kind == .unknown
    }
    #expect(runs.withLock { $0 } == 1)
    #expect(try await count() == 0, "the next one finds another connection")
  }

  @Test("A read whose connection dropped is read again")
  func reading() async throws {
    let runs = Mutex(0)
    let found = try await database.read { connection in
      let run = runs.withLock { runs in
        runs += 1
        return runs
      }
      if run == 1 { _ = try connection.rows("SELECT pg_terminate_backend(pg_backend_pid())") }
      return try connection.count("SELECT 7 AS n")
    }
    #expect(found == 7)
  }

  @Test("A concurrent change of the schema makes no statement permanently useless")
  func plans() async throws {
    let other = try await database.tables()
    #expect(other.map(\.name) == ["glass"])
    try await database.write { try $0.execute("INSERT INTO glass (id) VALUES (1)") }
    for round in 1...6 {
      let columns = try await database.read { try $0.rows("SELECT * FROM glass").map(\.values.count) }
      #expect(columns == [round])
      let column = SQL(stringLiteral: "ALTER TABLE glass ADD COLUMN c\(round) INTEGER")
      try await database.write { try $0.execute(column) }
    }
  }

  @Test("A database that sorts differently, or doesn't answer, is refused with advice")
  func refused() async throws {
    let server = try #require(TestDatabase.server)
    let name = "stehtisch_test_other\(UInt32.random(in: .min ... .max))"
    let maker = try PostgreSQLDatabase(PostgreSQLAddress("\(server)/postgres"))
    try await maker.administer("CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'")
    #expect { try PostgreSQLDatabase(PostgreSQLAddress("\(server)/\(name)")) } throws: {
      "\($0)".contains("ENCODING 'UTF8' LOCALE 'C'")
    }
    try await maker.administer("DROP DATABASE \(name)")
    #expect { try PostgreSQLDatabase(PostgreSQLAddress("postgresql://u:geheim@127.0.0.1:1/x")) } throws: {
      ($0 as? DatabaseError)?.kind == .busy && !"\($0)".contains("geheim")
    }
  }

  @Test("A second program waits in vain for a database in use, and gets it when the first one ends")
  func sole() async throws {
    let place = try await TestDatabase()
    let (first, second) = (try place.open(), try place.open())
    try await first.occupy(shared: false)
    async let later: Void = second.occupy(shared: false)
    try await Task.sleep(for: .milliseconds(600))
    try await first.close()
    try await later
  }
}

@Suite struct PostgreSQLAddressTests {
  @Test("An address is shown without its password, and one libpq can't read is refused")
  func described() throws {
    let address = try PostgreSQLAddress("postgresql://anna:geheim@db.example.org:5433/tisch?sslmode=verify-full")
    #expect(address.described == "postgresql://db.example.org:5433/tisch")
    #expect(throws: DatabaseError.self) { try PostgreSQLAddress("postgresql://[") }
  }
}
