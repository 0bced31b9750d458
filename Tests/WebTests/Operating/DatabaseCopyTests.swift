import Database
import Foundation
import TestDatabases
import Testing

@testable import Acts
@testable import House
@testable import Records
@testable import Web

@Suite struct DatabaseCopyTests {
  private static func file() throws -> SQLiteDatabase {
    try SQLiteDatabase(path: FileManager.default.temporaryDirectory.appending(path: "copy-\(UUID()).sqlite").path)
  }

  @Test(
    "An installation goes to an empty database of either engine and back: the same rows, and links that open with the same key"
  )
  func thereAndBack() async throws {
    let scene = try await WaveScene()
    try await scene.sendNext()
    let (file, place) = (try Self.file(), try await TestDatabase())
    let there = try await DatabaseCopy(from: scene.site.engine, to: file).run()
    #expect(there.first { $0.name == "outbox" }.map { $0.rows > 0 } == true)
    let other = try place.open()
    #expect(try await DatabaseCopy(from: file, to: other).run() == there)
    let secret = scene.services.secret
    #expect(try await other.read { try InstallationStore(connection: $0).fits(secret) } == true)
    for database in [file as any DatabaseEngine, other] { try await database.close() }
  }

  @Test("A target that already holds something is not overwritten")
  func taken() async throws {
    let (scene, other) = (try await WaveScene(), try await WaveScene())
    let before = try await other.site.dump()
    await #expect(throws: BackupRefusal.self) {
      try await DatabaseCopy(from: scene.site.engine, to: other.site.engine).run()
    }
    #expect(try await other.site.dump() == before)
  }

  @Test("A database of another version is not copied")
  func older() async throws {
    let (old, new) = (try Self.file(), try Self.file())
    _ = try await Migrator(Array(try bundledMigrations().sorted { $0.number < $1.number }.prefix(3))).migrate(old)
    await #expect(throws: BackupRefusal.self) { try await DatabaseCopy(from: old, to: new).run() }
    #expect(try await new.tables().isEmpty)
  }
}
