import Acts
import Database
import Foundation
import House
import Records

/// A copy of an installation's data in two files: the database and, beside it, the secret key, without which the
/// personal links in the copy would open nothing. Both are written under draft names and renamed once they are whole
/// and on disk.
package struct Backup: Sendable {
  package let database: URL
  package let key: URL

  package init(to file: URL) {
    database = file
    key = URL(filePath: file.path + ".key")
  }

  /// Takes a backup while the server runs. Both files are on disk when this returns, readable by their owner only. The
  /// copy of a server's database is an SQLite file as well.
  /// - Parameter location: nil for the file in the folder.
  /// - Throws: `BackupRefusal`, or the engine's error; in both cases neither file exists.
  package func take(from data: URL, _ location: DatabaseLocation? = nil) async throws {
    umask(0o077)
    let source = location ?? .file(in: data)
    guard source.mayExist else {
      throw BackupRefusal(description: "There is no \(source.described). Is STEHTISCH_DATA right?")
    }
    guard try KeyFile(in: data).read() != nil else {
      throw BackupRefusal(
        description: "There is no \(KeyFile(in: data).url.path). A copy without it would open no link.")
    }
    for file in [database, key] { try demandFree(file) }
    BackupRemains(file: database).clear()
    let drafts = (
      database: BackupRemains.draft(of: database, "part"), key: BackupRemains.draft(of: key, "part")
    )
    defer { for file in [drafts.database, drafts.key] { discard(file) } }
    try await copy(source, KeyFile(in: data), to: drafts.database)
    try copyKey(KeyFile(in: data).url, to: drafts.key)
    // Anybody who finds the database finds its key.
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

  /// Checks original and copy as thoroughly as the engine can: a backup of damaged data is no backup.
  private func copy(_ source: DatabaseLocation, _ key: KeyFile, to draft: URL) async throws {
    discard(draft)
    try PrivateFile.make(draft, holding: [])
    let original = try source.open()
    try await demandSound(original)
    if source.file != nil { try await original.backUp(to: draft.path) }
    let copy = try SQLiteDatabase(path: draft.path)
    if source.file == nil { _ = try await DatabaseCopy(from: original, to: copy).run() }
    try await demandSound(copy)
    let secret = try key.read()
    if let secret, try await copy.read({ try InstallationStore(connection: $0).fits(secret) }) == false {
      throw BackupRefusal(
        description: "The secret key \(key.url.path) is not this database's. No backup was made.")
    }
    try copy.close()
    try PrivateFile.flush(draft)
  }

  private func copyKey(_ source: URL, to draft: URL) throws {
    discard(draft)
    try PrivateFile.make(draft, holding: try Data(contentsOf: source))
  }

  private func demandSound(_ database: any DatabaseEngine) async throws {
    guard let damage = try await database.damage(thoroughly: true).first else { return }
    throw BackupRefusal(
      description:
        "\(database.place) is damaged: \(damage). No backup was made; keep the older ones, and see `stehtisch doctor`.")
  }

  /// Links instead of renaming: a link overwrites nothing, even if somebody was quicker.
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

/// The reason why no backup was taken.
package struct BackupRefusal: Error, CustomStringConvertible {
  package let description: String

  package init(description: String) {
    self.description = description
  }
}
