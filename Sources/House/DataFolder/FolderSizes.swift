import Foundation

/// The room an installation takes up, in bytes.
package struct FolderSizes: Sendable, Equatable {
  /// The database including its log.
  package var database = 0
  /// Lists waiting to be read.
  package var uploads = 0
  /// Mail as files.
  package var outbox = 0
  /// The space left on the disk; nil if unknown.
  package var free: Int?

  package init() {}

  package init(of folder: URL) {
    for case let file as URL in FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) ?? .init() {
      let size = (try? FileManager.default.attributesOfItem(atPath: file.path)[.size] as? NSNumber)?.intValue ?? 0
      switch file.deletingLastPathComponent().lastPathComponent {
      case "uploads": uploads += size
      case "outbox": outbox += size
      default: if file.lastPathComponent.hasPrefix("stehtisch.sqlite") { database += size }
      }
    }
    let values = try? FileManager.default.attributesOfFileSystem(forPath: folder.path)
    free = (values?[.systemFreeSize] as? NSNumber)?.intValue
  }
}
