import Database
import Foundation
import Testing

@Suite struct ForgettingTests {
  @Test("Deleted data is in no file of the database any more", arguments: [1, 40, 3000])
  func forgotten(rows: Int) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "forget-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let database = try SQLiteDatabase(path: folder.appending(path: "a.sqlite").path)
    try await database.write { connection in
      try connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT NOT NULL, text TEXT NOT NULL)")
      try connection.execute("CREATE INDEX t_name ON t (name)")
      for number in 0..<rows {
        let name = number == rows / 2 ? "Kanarienvogel" : "Amsel \(number)"
        try connection.execute(
          "INSERT INTO t (name, text) VALUES (\(name), \("Lied von " + name + String(repeating: ".", count: number % 900)))"
        )
      }
    }
    // Rows move to other pages before one of them is deleted.
    try await database.write { try $0.execute("UPDATE t SET text = text || text || text WHERE id % 3 = 0") }
    try await database.write { try $0.execute("DELETE FROM t WHERE name = 'Kanarienvogel'") }
    try await database.forgetDeleted(lookingFor: ["Kanarienvogel"])
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let bytes = try Data(contentsOf: folder.appending(path: name))
      #expect(bytes.range(of: Data("Kanarienvogel".utf8)) == nil, "\(name)")
    }
    #expect(try await database.read { try $0.count("SELECT count(*) AS n FROM t") } == rows - 1)
  }

  /// Without them another program, such as the doctor, takes itself for the last one and deletes the write-ahead log.
  @Test("Looking through the file leaves the database its locks", arguments: ["Amsel", "Kanarienvogel"])
  func locks(needle: String) async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "locks-\(UUID()).sqlite")
    defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file.path + end) } }
    let database = try SQLiteDatabase(path: file.path)
    try await database.write { connection in
      try connection.execute("CREATE TABLE t (name TEXT NOT NULL)")
      try connection.execute("INSERT INTO t VALUES ('Amsel')")
    }
    // Closed only at the end: closing it would itself drop the locks.
    let descriptor = open(file.path, O_RDWR)
    defer { close(descriptor) }
    try #require(isShared(descriptor))
    try await database.forgetDeleted(lookingFor: [needle])
    #expect(try await database.read { try $0.count("SELECT count(*) AS n FROM t") } == 1)
    #expect(isShared(descriptor))
  }

  /// True while somebody holds SQLite's shared lock (510 bytes from 1 GiB + 2 on), asked for as a stranger would (F_OFD_GETLK).
  private func isShared(_ descriptor: Int32) -> Bool {
    var lock = flock()
    (lock.l_type, lock.l_whence, lock.l_start, lock.l_len) = (Int16(F_WRLCK), Int16(SEEK_SET), (1 << 30) + 2, 510)
    return fcntl(descriptor, 36, &lock) == 0 && lock.l_type != Int16(F_UNLCK)
  }
}
