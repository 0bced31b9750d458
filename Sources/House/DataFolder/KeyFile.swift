import Foundation

/// The file of the secret key. It is created once, where there is none, and never replaced, because all links ever
/// mailed depend on it.
package struct KeyFile {
  package let url: URL
  package static let size = 32

  package init(in folder: URL) {
    url = folder.appending(path: "secret.key")
  }

  /// - Returns: nil if there is no file.
  /// - Throws: `InstallationRefusal` if the file can't be read or contains no key.
  package func read() throws -> Secret? {
    let descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw refusal("can't be read: \(InstallationRefusal.systemReason)")
    }
    defer { close(descriptor) }
    let bytes = try content(of: descriptor)
    guard bytes.count == Self.size else {
      throw refusal("holds \(bytes.count > Self.size ? "more" : "only \(bytes.count)") bytes, a key has \(Self.size)")
    }
    return Secret(bytes: bytes)
  }

  /// Creates a new key.
  /// - Throws: `InstallationRefusal` if a file of that name exists, whatever it contains.
  package func make() throws -> Secret {
    let bytes = (0..<Self.size).map { _ in UInt8.random(in: .min ... .max) }
    try PrivateFile.make(url, holding: bytes)
    return Secret(bytes: bytes)
  }

  /// Reading one byte more than a key has reveals a file that is no key.
  private func content(of descriptor: Int32) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count <= Self.size {
      var buffer = [UInt8](repeating: 0, count: Self.size + 1)
      let count = Foundation.read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw refusal("can't be read: \(InstallationRefusal.systemReason)") }
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return bytes
  }

  private func refusal(_ what: String) -> InstallationRefusal {
    InstallationRefusal(
      description:
        "The secret key \(url.path) \(what). Nothing was changed. Restore the key from a backup: without it no "
        + "link in mails already sent opens.")
  }
}
