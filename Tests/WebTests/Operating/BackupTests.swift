import Database
import Foundation
import Testing

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

  @Test("A file that is there already is left as it is", arguments: ["copy.sqlite", "copy.sqlite.key"])
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

  @Test("Without data there is nothing to copy, and nothing is made")
  func noData() async throws {
    let folder = try OperatingFolder()
    await #expect(throws: BackupRefusal.self) {
      try await Backup(to: folder.url.appending(path: "copy.sqlite")).take(from: folder.data)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == [])
  }
}
