import Acts
import Foundation
import House
import Logging
import ServiceLifecycle

/// Takes a backup whenever the newest is too old, tests whether it can be restored, and removes those old enough to go.
/// A copy that can't be restored is no backup: in that case nothing is removed.
struct BackupSchedule: Service {
  let services: Services

  func run() async throws {
    guard let backups = services.settings.backups else { return try await gracefulShutdown() }
    await services.inRounds(every: .seconds(600), "backup failed") { try await round(backups) }
  }

  /// - Returns: true if a backup was taken.
  @discardableResult
  func round(_ backups: Settings.Backups) async throws -> Bool {
    let folder = BackupFolder(url: backups.folder, kept: backups.kept)
    let now = services.now()
    if let newest = folder.entries().first, now.timeIntervalSince(newest.takenAt) < Double(backups.hours) * 3600 {
      return false
    }
    do { try await take(into: folder, at: now) } catch {
      services.metrics.increment(.backups, labels: [("outcome", "failed")])
      throw error
    }
    services.metrics.increment(.backups, labels: [("outcome", "taken")])
    folder.rotate()
    return true
  }

  private func take(into folder: BackupFolder, at now: Date) async throws {
    try FileManager.default.createDirectory(
      at: folder.url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let backup = Backup(to: folder.file(at: now))
    try await backup.take(from: services.settings.data, DatabaseLocation(services.settings))
    do { _ = try await BackupTrial(backup).run() } catch {
      unlink(backup.database.path)
      unlink(backup.key.path)
      throw error
    }
    services.logger.notice("backup taken and tried", metadata: ["file": "\(backup.database.lastPathComponent)"])
  }
}
