import Acts
import Database
import Foundation
import House
import Logging
import Records

/// Restores a backup into a folder of its own and checks that this gives a working installation. Nothing is sent from
/// there, and nothing of it stays.
package struct BackupTrial: Sendable {
  package let backup: Backup

  package init(_ backup: Backup) {
    self.backup = backup
  }

  package struct Outcome: Sendable, Equatable {
    package let hosts: Int
    package let people: Int
    package let parties: Int
  }

  /// - Throws: `BackupRefusal` if a file is missing, otherwise the error a start would give.
  package func run() async throws -> Outcome {
    for file in [backup.database, backup.key] where !FileManager.default.isReadableFile(atPath: file.path) {
      throw BackupRefusal(description: "\(file.path) is not there, or can't be read.")
    }
    let folder = BackupRemains.draft(of: backup.database, "trial")
    umask(0o077)
    BackupRemains(file: backup.database).clear()
    try? FileManager.default.removeItem(at: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    try FileManager.default.copyItem(at: backup.database, to: folder.appending(path: "stehtisch.sqlite"))
    try FileManager.default.copyItem(at: backup.key, to: folder.appending(path: "secret.key"))
    return try await open(folder)
  }

  /// Checks what a start would: schema, key, every page of the file.
  private func open(_ folder: URL) async throws -> Outcome {
    let quiet = Logger(label: "trial") { _ in SwiftLogNoOpLogHandler() }
    let data = DataFolder(url: folder, use: .founding, logger: quiet)
    let (database, _) = try await data.open(try data.lock())
    if let damage = try await database.damage(thoroughly: true).first {
      throw BackupRefusal(description: "\(backup.database.path) is damaged: \(damage).")
    }
    return try await database.read { connection in
      let hosts = try HostOverviewStore(connection: connection).all(at: Date())
      return Outcome(
        hosts: hosts.count, people: hosts.map(\.people).reduce(0, +), parties: hosts.map(\.parties).reduce(0, +))
    }
  }
}
