import Database
import Foundation

/// A copy of an installation's data in two files: the database, and beside it the secret key, without which the personal
/// links in the copy would open nothing.
package struct Backup: Sendable {
  package let database: URL
  package let key: URL

  package init(to file: URL) {
    database = file
    key = URL(filePath: file.path + ".key")
  }

  /// Taken while the server runs. Both files are on the disk when this returns, readable by their owner only.
  /// - Throws: `BackupRefusal`, before anything is written, or what the engine says.
  package func take(from data: URL) async throws {
    let source = data.appending(path: "stehtisch.sqlite")
    let secret = data.appending(path: "secret.key")
    for file in [source, secret] where !FileManager.default.fileExists(atPath: file.path) {
      throw BackupRefusal(description: "There is no \(file.path). Is STEHTISCH_DATA right?")
    }
    for file in [database, key] { try reserve(file) }
    do {
      try await SQLiteDatabase(path: source.path).backUp(to: database.path)
      try Data(contentsOf: secret).write(to: key)
      for file in [database, key] { try protect(file) }
    } catch {
      for file in [database, key] { try? FileManager.default.removeItem(at: file) }
      throw error
    }
  }

  /// Makes the file empty and private, so that no moment shows its content to others; refuses to replace one.
  private func reserve(_ file: URL) throws {
    let descriptor = open(file.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      let reason = errno == EEXIST ? "is there already; nothing is overwritten" : String(cString: strerror(errno))
      if file == key { try? FileManager.default.removeItem(at: database) }
      throw BackupRefusal(description: "\(file.path): \(reason).")
    }
    close(descriptor)
  }

  private func protect(_ file: URL) throws {
    chmod(file.path, 0o600)
    try flush(file.path, O_RDONLY)
    try flush(file.deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY)
  }

  private func flush(_ path: String, _ flags: Int32) throws {
    let descriptor = open(path, flags | O_CLOEXEC)
    guard descriptor >= 0 else { throw BackupRefusal(description: "\(path): \(String(cString: strerror(errno))).") }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw BackupRefusal(description: "\(path): \(String(cString: strerror(errno))).")
    }
  }
}

/// Why no backup was taken.
package struct BackupRefusal: Error, CustomStringConvertible {
  package let description: String
}
