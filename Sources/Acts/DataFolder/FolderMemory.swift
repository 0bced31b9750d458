import Database
import Foundation
import House
import Records

/// The data folder's own memory of its database, so that a database that is gone, was emptied, or was set back by
/// deleting its write-ahead log doesn't start as if nothing had been there.
package struct FolderMemory {
  package let file: URL

  package init(in folder: URL) {
    file = folder.appending(path: "memory")
  }

  /// Nil if nothing is remembered.
  /// - Throws: `InstallationRefusal` for a file that can't be read.
  package func number() throws -> Int? {
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    guard let data = FileManager.default.contents(atPath: file.path),
      let number = Int(String(decoding: data.prefix(20), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
    else {
      throw InstallationRefusal(
        description: "\(file.path) can't be read. It counts the database's starts; if the database is whole, delete it."
      )
    }
    return number
  }

  /// - Parameter number: the database's number.
  /// - Throws: `InstallationRefusal` if the folder remembers a later state of the database.
  func compare(with number: Int) throws {
    guard let remembered = try self.number(), remembered > number else { return }
    throw InstallationRefusal(
      description:
        "The database beside \(file.path) is an earlier or another one (\(number) instead of \(remembered)): "
        + "what was stored since is missing. Was its -wal file deleted, or a backup copied over it? Nothing was changed. "
        + "Restore the newest backup; to go on with what is there, delete \(file.path).")
  }

  /// Counts up, first in the database: it may be ahead of the folder, never behind.
  func countUp(_ database: any Database) async throws {
    let number = try await database.write { try InstallationStore(connection: $0).countUp() }
    try PrivateFile.replace(file, with: Array("\(number)\n".utf8))
  }
}
