import Foundation
import GRDB
import GRDBSQLite

extension SQLiteDatabase {
  /// Empties the write-ahead log into the file. `secure_delete` overwrites deleted data, but not every copy that a page
  /// shed earlier when rows moved; if the file still contains one of the needles, it is rewritten.
  package func forgetDeleted(lookingFor needles: [String]?) async throws {
    try await truncateLog()
    if let needles, try !contains(needles) { return }
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

  private func contains(_ needles: [String]) throws -> Bool {
    let needles = needles.filter { !$0.isEmpty }.map { Data($0.utf8) }
    guard let longest = needles.map(\.count).max() else { return false }
    return try Self.translating {
      try pool.unsafeRead { connection in
        let file = try SQLiteFile(connection)
        // Each piece begins with the end of the one before it, so that no needle is cut in two.
        return try stride(from: 0, to: file.size(), by: Self.piece).contains { start in
          let bytes = try file.read(at: start, count: Self.piece + longest - 1)
          return needles.contains { bytes.range(of: $0) != nil }
        }
      }
    }
  }

  private static let piece = 1 << 20
}
