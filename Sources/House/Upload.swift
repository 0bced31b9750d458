import Foundation
import Hashes

/// A file that arrived and is on disk.
package struct Upload: Sendable, Equatable {
  /// The name it had at its origin. Used for display only, never as a path.
  package let fileName: String
  /// Bytes.
  package let size: Int
  /// SHA-256 in hexadecimal.
  package let digest: String

  package init(fileName: String, size: Int, digest: String) {
    self.fileName = fileName
    self.size = size
    self.digest = digest
  }
}

/// Writes a file as it arrives, readable by its owner only.
package final class UploadWriter {
  package let fileName: String
  package private(set) var size = 0
  private let location: URL
  private let handle: FileHandle
  private let limit: Int
  private let hash = RunningHash(.sha256)

  /// - Parameter limit: bytes.
  package init(_ location: URL, fileName: String, limit: Int) throws {
    let isMade = FileManager.default.createFile(
      atPath: location.path, contents: nil, attributes: [.posixPermissions: 0o600])
    guard isMade else { throw AppError.storage }
    self.location = location
    self.fileName = fileName
    self.limit = limit
    handle = try FileHandle(forWritingTo: location)
  }

  /// - Returns: false if that would exceed the limit.
  package func write(_ bytes: [UInt8]) throws -> Bool {
    size += bytes.count
    guard size <= limit else { return false }
    hash.update(bytes)
    do { try handle.write(contentsOf: bytes) } catch { throw AppError.storage }
    return true
  }

  /// When this returns the file is on disk, even after a power failure.
  package func finish() async throws -> Upload {
    let handle = handle
    do { try await OwnThread.run { try handle.synchronize() } } catch { throw AppError.storage }
    try? handle.close()
    return Upload(fileName: fileName, size: size, digest: hexadecimal(hash.digest))
  }

  package func discard() {
    try? handle.close()
    try? FileManager.default.removeItem(at: location)
  }
}
