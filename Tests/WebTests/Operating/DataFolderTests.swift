import Core
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

@Suite("Data folder")
struct DataFolderTests {
  private func refusal(_ folder: OperatingFolder, for use: FolderUse = .founding) async -> String {
    do {
      try await folder.filled(for: use)
      return ""
    } catch { return (error as? InstallationRefusal)?.description ?? "another error: \(error)" }
  }

  private func mode(_ file: URL) throws -> Int? {
    (try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? NSNumber)?.intValue
  }

  @Test("The key is created once, readable by its owner only, and found again")
  func key() async throws {
    let folder = try OperatingFolder()
    let first = try await folder.filled().secret.token(.signIn, "x")
    #expect(try await folder.filled().secret.token(.signIn, "x") == first)
    #expect(try mode(folder.data.appending(path: "secret.key")) == 0o600)
  }

  @Test(
    "A key that is missing, empty, too short, too long or another one stops the start and is not replaced",
    arguments: [nil, 0, 31, 33, 4096, 32] as [Int?])
  func damagedKey(size: Int?) async throws {
    let folder = try OperatingFolder()
    try await folder.filledWithGuest()
    let key = folder.data.appending(path: "secret.key")
    try FileManager.default.removeItem(at: key)
    if let size { try Data(repeating: 7, count: size).write(to: key) }
    let message = await refusal(folder)
    #expect(message.hasPrefix("The secret key \(key.path)") && message.contains("Restore"), "\(message)")
    #expect((try? Data(contentsOf: key)) == size.map { Data(repeating: 7, count: $0) })
    let faults = await Checkup(try await folder.settings()).findings().filter { $0.kind == .fault }
    #expect(faults.contains { $0.text.hasPrefix("Secret key") })
  }

  @Test("A key that can't be read is not replaced")
  func unreadableKey() async throws {
    let folder = try OperatingFolder()
    try await folder.filledWithGuest()
    let key = folder.data.appending(path: "secret.key")
    try FileManager.default.removeItem(at: key)
    try FileManager.default.createDirectory(at: key, withIntermediateDirectories: false)
    #expect(await refusal(folder).hasPrefix("The secret key"))
    try FileManager.default.removeItem(at: key)
    try FileManager.default.createSymbolicLink(atPath: key.path, withDestinationPath: "/nowhere/at/all")
    #expect(await refusal(folder).hasPrefix("The secret key"))
  }

  @Test("One process has the folder to itself; the next is told who, and gets it once the first is gone")
  func alone() async throws {
    let folder = try OperatingFolder()
    do {
      let services = try await folder.filled()
      for use in [FolderUse.serving, .founding, .working] {
        let message = await refusal(folder, for: use)
        #expect(
          message.contains("process \(ProcessInfo.processInfo.processIdentifier)") && message.contains("STEHTISCH_DATA")
        )
      }
      // Beside the running server, a host may still be added.
      _ = try await folder.filled(for: .visiting).addHost(email: "anna@example.org", name: "Anna", language: .german)
      #expect(try await services.database.read { try HostStore(connection: $0).count() } == 1)
    }
    #expect(await refusal(folder) == "")
  }

  @Test("A visiting command creates nothing", arguments: [FolderUse.visiting, .working])
  func nothingMade(use: FolderUse) async throws {
    let folder = try OperatingFolder()
    #expect(await refusal(folder, for: use).hasPrefix("STEHTISCH_DATA: there is no installation"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == [])
  }

  @Test("A lock file that was deleted lets no second program in, and the doctor still sees the first")
  func deletedLock() async throws {
    let folder = try OperatingFolder()
    var first: FolderLock?
    try FileManager.default.createDirectory(at: folder.data, withIntermediateDirectories: true)
    first = try FolderLock.take(in: folder.data)
    try FileManager.default.removeItem(at: folder.data.appending(path: FolderLock.fileName))
    #expect(FolderLock.isTaken(in: folder.data))
    #expect(try FolderLock.take(in: folder.data) == nil)
    #expect(first != nil)
    first = nil
    #expect(!FolderLock.isTaken(in: folder.data))
    #expect(try FolderLock.take(in: folder.data) != nil)
  }

  @Test("A taken port is reported before anything is opened")
  func port() async throws {
    let folder = try OperatingFolder()
    let server = try TakenPort()
    defer { server.release() }
    await #expect {
      try await folder.filled(for: .serving, ["STEHTISCH_PORT": "\(server.port)"])
    } throws: {
      "\($0)".hasPrefix("STEHTISCH_PORT: port \(server.port) of 127.0.0.1 is taken")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.data.path) == ["lock"])
  }

  @Test("Files that others could read are closed to them at the start; the doctor reports them before")
  func modes() async throws {
    let folder = try OperatingFolder()
    try await folder.filled()
    let outbox = folder.data.appending(path: "outbox")
    try FileManager.default.createDirectory(at: outbox, withIntermediateDirectories: false)
    let draft = outbox.appending(path: "a.eml")
    try Data("letter".utf8).write(to: draft)
    let opened = [folder.data, outbox, draft, folder.data.appending(path: "stehtisch.sqlite")]
    for file in opened { chmod(file.path, 0o755) }
    #expect(
      await Checkup(try await folder.settings()).findings().contains {
        $0.kind == .fault && $0.text.contains("may read")
      })
    try await folder.filled()
    for file in opened { #expect(try mode(file) == 0o700) }
    #expect(await Checkup(try await folder.settings()).findings().allSatisfy { $0.kind != .fault })
  }

  @Test("A folder of somebody else's, named by mistake, keeps its rights")
  func strangers() async throws {
    let folder = try OperatingFolder()
    try FileManager.default.createDirectory(at: folder.data, withIntermediateDirectories: false)
    let file = folder.data.appending(path: "holiday.jpg")
    try Data("x".utf8).write(to: file)
    for path in [folder.data, file] { chmod(path.path, 0o755) }
    try await folder.filled()
    #expect(try mode(file) == 0o755 && mode(folder.data) == 0o755)
  }

  @Test(
    "A database that is gone, emptied, or without its log is no reason to begin anew",
    arguments: ["gone", "emptied", "earlier"])
  func lost(how: String) async throws {
    let folder = try OperatingFolder()
    try await folder.filledWithGuest()
    let file = folder.data.appending(path: "stehtisch.sqlite")
    let earlier = try Data(contentsOf: file)
    let log = try? Data(contentsOf: URL(filePath: file.path + "-wal"))
    try await folder.filled()
    for suffix in ["", "-wal", "-shm"] { unlink(file.path + suffix) }
    if how == "emptied" { try Data().write(to: file) }
    if how == "earlier" {
      try earlier.write(to: file)
      try log?.write(to: URL(filePath: file.path + "-wal"))
    }
    let message = await refusal(folder)
    #expect(message.hasPrefix("The database"), "\(message)")
    #expect(FileManager.default.fileExists(atPath: file.path) == (how != "gone"))
    unlink(folder.data.appending(path: "memory").path)
    if how == "earlier" { #expect(await refusal(folder) == "") }
  }
}

/// A port of this machine on which something else listens.
private struct TakenPort {
  let port: Int
  private let descriptor: Int32

  init() throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) { [descriptor] pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) == 0 && listen(descriptor, 1) == 0 && getsockname(descriptor, $0, &size) == 0
      }
    }
    guard isListening else { throw POSIXError(.EADDRNOTAVAIL) }
    port = Int(UInt16(bigEndian: address.sin_port))
  }

  func release() { close(descriptor) }
}
