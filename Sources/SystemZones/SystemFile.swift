import Foundation

/// The version of a file.
struct FileStamp: Sendable, Equatable {
  let number: UInt64
  let size: Int
  let seconds: Int
  let nanoseconds: Int
}

/// A file of the zones' folder.
struct SystemFile {
  private let path: String

  init(_ folder: String, _ name: String) {
    path = folder + "/" + name
  }

  /// Nil if there is no regular file.
  var stamp: FileStamp? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return FileStamp(
      number: UInt64(status.st_ino), size: Int(status.st_size), seconds: Int(status.st_mtim.tv_sec),
      nanoseconds: Int(status.st_mtim.tv_nsec))
  }

  func bytes(atMost limit: Int) throws -> Data {
    guard let stamp else { throw CocoaError(.fileReadNoSuchFile) }
    guard stamp.size <= limit else { throw CocoaError(.fileReadTooLarge) }
    return try Data(contentsOf: URL(filePath: path))
  }
}
