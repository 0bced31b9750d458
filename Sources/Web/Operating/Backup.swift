import Database
import Foundation
import House
import Records

/// A copy of an installation's data in two files: the database, and beside it the secret key, without which the personal
/// links in the copy would open nothing. Both are written beside and get their names when they are whole and on the disk.
package struct Backup: Sendable {
  package let database: URL
  package let key: URL

  package init(to file: URL) {
    database = file
    key = URL(filePath: file.path + ".key")
  }

  /// Taken while the server runs. Both files are on the disk when this returns, readable by their owner only.
  /// - Throws: `BackupRefusal`, or what the engine says; then neither file is there.
  package func take(from data: URL) async throws {
    umask(0o077)
    let source = data.appending(path: "stehtisch.sqlite")
    guard FileManager.default.fileExists(atPath: source.path) else {
      throw BackupRefusal(description: "There is no \(source.path). Is STEHTISCH_DATA right?")
    }
    guard try KeyFile(in: data).read() != nil else {
      throw BackupRefusal(
        description: "There is no \(KeyFile(in: data).url.path). A copy without it would open no link.")
    }
    for file in [database, key] { try demandFree(file) }
    for file in [database, key] { removeLeftovers(beside: file) }
    let drafts = (database: draft(of: database), key: draft(of: key))
    defer { for file in [drafts.database, drafts.key] { discard(file) } }
    try await copy(source, to: drafts.database)
    try copyKey(KeyFile(in: data).url, to: drafts.key)
    // Whoever finds the database finds its key.
    try name(drafts.key, key)
    do { try name(drafts.database, database) } catch {
      unlink(key.path)
      throw error
    }
  }

  private func demandFree(_ file: URL) throws {
    if FileManager.default.fileExists(atPath: file.path) {
      throw BackupRefusal(description: "\(file.path): is there already; nothing is overwritten.")
    }
  }

  private func draft(of file: URL) -> URL {
    file.deletingLastPathComponent().appending(path: ".\(file.lastPathComponent).\(getpid()).part")
  }

  /// What backups have left there that were killed: their process is no more.
  private func removeLeftovers(beside file: URL) {
    let folder = file.deletingLastPathComponent()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names where name.hasPrefix(".\(file.lastPathComponent).") && name.contains(".part") {
      let process = name.dropFirst(file.lastPathComponent.count + 2).prefix { $0.isNumber }
      if let process = pid_t(process), kill(process, 0) != 0, errno == ESRCH {
        unlink(folder.appending(path: name).path)
      }
    }
  }

  /// Looks at original and copy as closely as the engine can: a backup of what is damaged is none.
  private func copy(_ source: URL, to draft: URL) async throws {
    discard(draft)
    try PrivateFile.make(draft, holding: [])
    let original = try SQLiteDatabase(path: source.path)
    try demandSound(original, source)
    try await original.backUp(to: draft.path)
    let copy = try SQLiteDatabase(path: draft.path)
    try demandSound(copy, draft)
    let secret = try KeyFile(in: source.deletingLastPathComponent()).read()
    if let secret, try await copy.read({ try InstallationStore(connection: $0).fits(secret) }) == false {
      throw BackupRefusal(
        description: "The secret key beside \(source.path) is not this database's. No backup was made.")
    }
    try copy.close()
    try PrivateFile.flush(draft)
  }

  private func copyKey(_ source: URL, to draft: URL) throws {
    discard(draft)
    try PrivateFile.make(draft, holding: try Data(contentsOf: source))
  }

  private func demandSound(_ database: SQLiteDatabase, _ file: URL) throws {
    guard let damage = try database.damage(thoroughly: true).first else { return }
    throw BackupRefusal(
      description:
        "\(file.path) is damaged: \(damage). No backup was made; keep the older ones, and see `stehtisch doctor`.")
  }

  /// A link instead of a renaming: it overwrites nothing, also when somebody was quicker.
  private func name(_ draft: URL, _ file: URL) throws {
    guard link(draft.path, file.path) == 0 else {
      let reason = errno == EEXIST ? "is there already; nothing is overwritten" : InstallationRefusal.systemReason
      throw BackupRefusal(description: "\(file.path): \(reason).")
    }
    try PrivateFile.flushFolder(of: file)
  }

  private func discard(_ draft: URL) {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(draft.path + suffix) }
  }
}

/// Why no backup was taken.
package struct BackupRefusal: Error, CustomStringConvertible {
  package let description: String
}
