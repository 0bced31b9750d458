import Foundation
import GRDB

extension SQLiteDatabase {
  /// Empties the write-ahead log into the file. `secure_delete` overwrites deleted data, but not every copy that a page
  /// shed earlier when rows moved; if the file still contains one of the needles, it is rewritten.
  package func forgetDeleted(lookingFor needles: [String]?) async throws {
    try await truncateLog()
    if let needles, try !Self.contains(needles, in: pool.path) { return }
    try Self.translating { try pool.vacuum() }
    try await truncateLog()
  }

  /// Waits for readers that still need the log.
  private func truncateLog() async throws {
    for attempt in 1... {
      do {
        try Self.translating {
          try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        }
        if try Self.size(of: pool.path + "-wal") == 0 || attempt == 20 { return }
      } catch let error as DatabaseError where error.kind == .busy && attempt < 20 {
        // Tried again below.
      }
      try await Task.sleep(for: .milliseconds(50 * attempt))
    }
  }

  private static func size(of path: String) throws -> Int {
    guard FileManager.default.fileExists(atPath: path) else { return 0 }
    return try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
  }

  private static func contains(_ needles: [String], in path: String) throws -> Bool {
    let file = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
    return needles.contains { !$0.isEmpty && file.range(of: Data($0.utf8)) != nil }
  }
}
