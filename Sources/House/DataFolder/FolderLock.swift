import Foundation

/// The right to be alone with a data folder. It ends with this value, or with the process, however that happens.
package final class FolderLock: Sendable {
  /// Of the lock file, and of the folder itself: a lock file may be deleted, and another made in its place.
  private let descriptors: [Int32]

  package static let fileName = "lock"

  private init(descriptors: [Int32]) {
    self.descriptors = descriptors
  }

  deinit {
    for descriptor in descriptors { close(descriptor) }
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
    // Where folders can't be locked, as on some network drives, the file has to do.
    let whole = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, !isHeld(whole, LOCK_EX) else {
      for one in [descriptor, whole] where one >= 0 { close(one) }
      return nil
    }
    let note = Array("\(ProcessInfo.processInfo.processIdentifier)\n".utf8)
    _ = ftruncate(descriptor, 0)
    _ = pwrite(descriptor, note, note.count, 0)
    return FolderLock(descriptors: [descriptor, whole].filter { $0 >= 0 })
  }

  /// The number of the process that has the folder, or had it last; for messages.
  package static func holder(of folder: URL) -> String? {
    guard let data = FileManager.default.contents(atPath: folder.appending(path: fileName).path) else { return nil }
    let text = String(decoding: data.prefix(20), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    return Int(text).map(String.init)
  }

  /// True if somebody has the lock now. Changes and creates nothing.
  package static func isTaken(in folder: URL) -> Bool {
    [folder.appending(path: fileName).path, folder.path].contains { path in
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { return false }
      defer { close(descriptor) }
      return isHeld(descriptor, LOCK_SH)
    }
  }

  /// Locks what the descriptor stands for.
  /// - Returns: true if somebody else has it locked.
  private static func isHeld(_ descriptor: Int32, _ kind: Int32) -> Bool {
    descriptor >= 0 && flock(descriptor, kind | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }
}
