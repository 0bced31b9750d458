import Foundation

/// Files readable by their owner only, written so that they are either whole and on disk, or not there.
package enum PrivateFile {
  /// Creates a new file.
  /// - Throws: `InstallationRefusal`, even if there already is one of that name. A partial file is removed.
  package static func make(_ file: URL, holding bytes: some Collection<UInt8>) throws {
    let descriptor = open(file.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw refusal(file) }
    defer { close(descriptor) }
    do {
      try write(Array(bytes), to: descriptor, file)
      guard fsync(descriptor) == 0 else { throw refusal(file) }
      try flushFolder(of: file)
    } catch {
      unlink(file.path)
      throw error
    }
  }

  /// Replaces a file in one step.
  package static func replace(_ file: URL, with bytes: some Collection<UInt8>) throws {
    let draft = file.deletingLastPathComponent().appending(path: ".\(file.lastPathComponent).part")
    unlink(draft.path)
    try make(draft, holding: bytes)
    guard rename(draft.path, file.path) == 0 else { throw refusal(file) }
    try flushFolder(of: file)
  }

  /// Flushes what others wrote to the file.
  package static func flush(_ file: URL) throws {
    try flush(file, O_RDONLY)
  }

  /// A new name is on disk only once its folder is synced.
  package static func flushFolder(of file: URL) throws {
    try flush(file.deletingLastPathComponent(), O_RDONLY | O_DIRECTORY)
  }

  private static func flush(_ file: URL, _ flags: Int32) throws {
    let descriptor = open(file.path, flags | O_CLOEXEC)
    guard descriptor >= 0 else { throw refusal(file) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw refusal(file) }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32, _ file: URL) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw refusal(file) }
      rest = rest.dropFirst(count)
    }
  }

  private static func refusal(_ file: URL) -> InstallationRefusal {
    InstallationRefusal(description: "\(file.path): \(InstallationRefusal.systemReason).")
  }
}
