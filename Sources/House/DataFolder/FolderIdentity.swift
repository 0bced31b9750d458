import Foundation

/// Tells a data folder from its copies: a word in a file, and the file's own number, which no copy has.
package struct FolderIdentity: Sendable, Equatable {
  package let token: String
  /// The file's number on its disk (inode).
  package let file: Int

  package init(token: String, file: Int) {
    self.token = token
    self.file = file
  }

  private static func url(in folder: URL) -> URL { folder.appending(path: "identity") }

  /// Nil if there is none, or it can't be read.
  package static func read(in folder: URL) -> FolderIdentity? {
    guard let data = FileManager.default.contents(atPath: url(in: folder).path), let number = number(in: folder) else {
      return nil
    }
    let token = String(decoding: data.prefix(100), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    return token.isEmpty ? nil : FolderIdentity(token: token, file: number)
  }

  /// Creates a new one to replace what was there.
  /// - Throws: `InstallationRefusal`.
  package static func make(in folder: URL) throws -> FolderIdentity {
    let token = (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined()
    try PrivateFile.replace(url(in: folder), with: Array("\(token)\n".utf8))
    return FolderIdentity(token: token, file: number(in: folder) ?? 0)
  }

  private static func number(in folder: URL) -> Int? {
    var status = stat()
    guard stat(url(in: folder).path, &status) == 0 else { return nil }
    return Int(truncatingIfNeeded: status.st_ino)
  }
}
