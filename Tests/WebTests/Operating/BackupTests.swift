import Database
import Foundation
import Testing

@testable import Acts
@testable import Evening
@testable import GuestPages
@testable import HostPages
@testable import House
@testable import Records
@testable import RoomPages
@testable import Site
@testable import Web

@Suite("Backup")
struct BackupTests {
  @Test("The copy opens with the same data and the same key, while the original is in use")
  func copyWhileInUse() async throws {
    let folder = try OperatingFolder()
    let services = try await folder.filled()
    _ = try await services.addHost(email: "anna.berg@example.org", name: "Anna Berg", language: .german)
    let backup = Backup(to: folder.url.appending(path: "copy.sqlite"))
    try await backup.take(from: folder.data)
    _ = try await services.addHost(email: "later@example.org", name: "", language: .german)

    let copy = try SQLiteDatabase(path: backup.database.path)
    let hosts = try await copy.read { try HostStore(connection: $0).count() }
    #expect(hosts == 1)
    #expect(try Data(contentsOf: backup.key) == Data(contentsOf: folder.data.appending(path: "secret.key")))
  }

  @Test("Both files are readable by their owner only")
  func privateFiles() async throws {
    let folder = try OperatingFolder()
    try await folder.filled()
    let backup = Backup(to: folder.url.appending(path: "copy.sqlite"))
    try await backup.take(from: folder.data)
    for file in [backup.database, backup.key] {
      let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? NSNumber
      #expect(mode?.intValue == 0o600)
    }
  }

  @Test("An existing file is left as it is", arguments: ["copy.sqlite", "copy.sqlite.key"])
  func nothingOverwritten(name: String) async throws {
    let folder = try OperatingFolder()
    try await folder.filled()
    let old = folder.url.appending(path: name)
    try Data("old".utf8).write(to: old)
    await #expect(throws: BackupRefusal.self) {
      try await Backup(to: folder.url.appending(path: "copy.sqlite")).take(from: folder.data)
    }
    #expect(try Data(contentsOf: old) == Data("old".utf8))
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    #expect(left == [name, "data"].sorted())
  }

  @Test("Without data there is nothing to copy, and nothing is created")
  func noData() async throws {
    let folder = try OperatingFolder()
    await #expect(throws: BackupRefusal.self) {
      try await Backup(to: folder.url.appending(path: "copy.sqlite")).take(from: folder.data)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == [])
  }

  @Test("A damaged database gives no backup, and the attempt leaves nothing behind")
  func damaged() async throws {
    let folder = try OperatingFolder()
    let file = folder.data.appending(path: "stehtisch.sqlite")
    do {
      let services = try await folder.filled()
      try await services.database.write { connection in
        for number in 0..<400 {
          try connection.execute(
            "INSERT INTO suppression (address_hash, created_at) VALUES (\("\(UUID().uuidString)-\(number)"), 1)")
        }
      }
      try await services.database.backUp(to: file.path + ".whole")
    }
    for suffix in ["", "-wal", "-shm"] { unlink(file.path + suffix) }
    var bytes = try [UInt8](Data(contentsOf: URL(filePath: file.path + ".whole")))
    for index in bytes.count - 6000..<bytes.count { bytes[index] = 0xA5 }
    try Data(bytes).write(to: file)
    await #expect(throws: (any Error).self) {
      try await Backup(to: folder.url.appending(path: "copy.sqlite")).take(from: folder.data)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["data"])
  }

  @Test("A backup with a key that opens no link of the database is refused")
  func wrongKey() async throws {
    let folder = try OperatingFolder()
    try await folder.filledWithGuest()
    let key = folder.data.appending(path: "secret.key")
    try Data(repeating: 1, count: 32).write(to: key)
    await #expect(throws: BackupRefusal.self) {
      try await Backup(to: folder.url.appending(path: "copy.sqlite")).take(from: folder.data)
    }
  }

  @Test(
    "The remains of killed backups and trials are cleared away by the next one, whatever its name; nobody else's files are"
  )
  func leftovers() async throws {
    let folder = try OperatingFolder()
    try await folder.filled()
    let (alive, dead, files) = (getppid(), 999_999_999, FileManager.default)
    let remains = [
      ".copy.sqlite.\(dead).part", ".earlier.sqlite.\(dead).part-wal", ".earlier.sqlite.key.\(dead).part",
      ".old.sqlite.\(alive).part",
    ]
    let others = [
      ".film.mp4.\(dead).part", ".notes.part", "copy.\(dead).part", ".new.sqlite.\(alive).part", ".\(dead).partly",
    ]
    for name in remains + others { try Data("half".utf8).write(to: folder.url.appending(path: name)) }
    let trial = folder.url.appending(path: ".earlier.sqlite.\(dead).trial", directoryHint: .isDirectory)
    try files.createDirectory(at: trial, withIntermediateDirectories: false)
    try Data("half".utf8).write(to: trial.appending(path: "stehtisch.sqlite"))
    let old = Date().addingTimeInterval(-90_000)
    try files.setAttributes([.modificationDate: old], ofItemAtPath: folder.url.appending(path: remains[3]).path)
    try await Backup(to: folder.url.appending(path: "copy.sqlite")).take(from: folder.data)
    let left = try files.contentsOfDirectory(atPath: folder.url.path).sorted()
    #expect(left == (others + ["copy.sqlite", "copy.sqlite.key", "data"]).sorted())
  }
}
