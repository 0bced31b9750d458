import Foundation

/// The right to be alone with a data folder. It ends with this value, or with the process, however that happens.
package final class FolderLock: Sendable {
  private let descriptor: Int32

  package static let fileName = "lock"

  private init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// Acquires the lock before anything in the folder is read.
  /// - Returns: nil while another process has it.
  /// - Throws: `InstallationRefusal` if the folder can't be written to.
  package static func take(in folder: URL) throws -> FolderLock? {
    let file = folder.appending(path: fileName).path
    let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw InstallationRefusal(
        description: "STEHTISCH_DATA: \(folder.path) can't be written: \(InstallationRefusal.systemReason).")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
    let note = Array("\(ProcessInfo.processInfo.processIdentifier)\n".utf8)
    _ = ftruncate(descriptor, 0)
    _ = pwrite(descriptor, note, note.count, 0)
    return FolderLock(descriptor: descriptor)
  }

  /// The number of the process that has the folder, or had it last; for messages.
  package static func holder(of folder: URL) -> String? {
    guard let data = FileManager.default.contents(atPath: folder.appending(path: fileName).path) else { return nil }
    let text = String(decoding: data.prefix(20), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    return Int(text).map(String.init)
  }

  /// True if somebody has the lock now. Changes and creates nothing.
  package static func isTaken(in folder: URL) -> Bool {
    let descriptor = open(folder.appending(path: fileName).path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }
}
