import Foundation

/// A folder in which each mail becomes an `.eml` file, for an installation without a mail server. A file is either
/// complete and on disk, or not there; sending the same mail twice gives one file.
package actor OutboxFolder: MailTransport {
  private let folder: URL
  private let executor = BlockingQueue("mail.folder")

  package init(_ folder: URL) {
    self.folder = folder
  }

  package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  package func send(_ envelope: Envelope) async throws(MailFailure) {
    try envelope.check()
    let name = Self.fileName(of: envelope.messageID)
    try write(envelope.bytes, as: name)
  }

  package func probe() async throws(MailFailure) {
    let name = ".probe-\(ProcessInfo.processInfo.processIdentifier)"
    try write([], as: name)
    unlink(path(name))
  }

  /// The message id, with every character that might upset a file system as `%` and its code.
  package static func fileName(of messageID: String) -> String {
    let bare = messageID.drop { $0 == "<" }.prefix { $0 != ">" }
    var safe = CharacterSet(charactersIn: "a"..."z")
    safe.formUnion(CharacterSet(charactersIn: "A"..."Z"))
    safe.formUnion(CharacterSet(charactersIn: "0123456789.@_+-"))
    let name = String(bare).addingPercentEncoding(withAllowedCharacters: safe) ?? ""
    return (name.hasPrefix(".") ? "%2E" + name.dropFirst() : name) + ".eml"
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func write(_ bytes: [UInt8], as name: String) throws(MailFailure) {
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw MailFailure(.temporary, reply: error.localizedDescription)
    }
    let draft = path(".\(name).part")
    do throws(MailFailure) {
      try writeDurably(bytes, to: draft)
      if rename(draft, path(name)) != 0 { throw Self.failure() }
      try syncFolder()
    } catch {
      unlink(draft)
      throw error
    }
  }

  private func writeDurably(_ bytes: [UInt8], to path: String) throws(MailFailure) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Self.failure() }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw Self.failure() }
      rest = rest.dropFirst(written)
    }
    if fsync(file) != 0 { throw Self.failure() }
  }

  /// The new name is on disk only once the folder is synced.
  private func syncFolder() throws(MailFailure) {
    let directory = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { throw Self.failure() }
    defer { close(directory) }
    if fsync(directory) != 0 { throw Self.failure() }
  }

  private static func failure() -> MailFailure {
    MailFailure(.temporary, reply: String(cString: strerror(errno)))
  }
}
