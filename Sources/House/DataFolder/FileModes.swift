import Foundation

/// The permissions in the data folder: everything is readable by its owner only.
package struct FileModes {
  package let folder: URL

  package init(folder: URL) {
    self.folder = folder
  }

  /// True if the folder is an installation's: somebody else's, named by mistake, is left alone.
  package var isOurs: Bool {
    ["stehtisch.sqlite", "secret.key"].contains {
      FileManager.default.fileExists(atPath: folder.appending(path: $0).path)
    }
  }

  /// Files and folders that others may read, write or list. Links are not followed.
  package func loose() -> [String] {
    guard isOurs else { return [] }
    var loose = isLoose(folder.path) ? [folder.path] : []
    let contents = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    while let file = contents?.nextObject() as? URL {
      if isLoose(file.path) { loose.append(file.path) }
    }
    return loose
  }

  /// Removes everybody else's rights.
  /// - Returns: the files that could not be changed, because they belong to somebody else.
  package func tighten() -> [String] {
    loose().filter { path in
      guard let mode = mode(of: path) else { return false }
      return chmod(path, mode & 0o700) != 0
    }
  }

  private func isLoose(_ path: String) -> Bool {
    mode(of: path).map { $0 & 0o077 != 0 } ?? false
  }

  /// The permission bits of a file or folder; nil for anything else.
  private func mode(of path: String) -> mode_t? {
    var status = stat()
    guard lstat(path, &status) == 0, [S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) else { return nil }
    return status.st_mode & 0o7777
  }
}
