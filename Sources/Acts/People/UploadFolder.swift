import Core
import Foundation
import House

/// The place where uploaded files wait to be read: `data/uploads`, readable by their owner only.
package struct UploadFolder: Sendable {
  package let folder: URL

  package init(folder: URL) {
    self.folder = folder
  }

  /// - Throws: if the folder can't be created.
  package func prepare() throws {
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  package func file(of id: ImportID) -> URL { folder.appending(path: id.description) }

  package func remove(_ id: ImportID) {
    try? FileManager.default.removeItem(at: file(of: id))
  }

  package var ids: Set<ImportID> {
    Set(((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).compactMap { ImportID($0) })
  }

  /// Removes old files whose import is not among these: left over from an upload cut short by a power failure.
  package func removeAll(but known: Set<ImportID>, olderThan time: Date) {
    for id in ids where !known.contains(id) {
      let attributes = try? FileManager.default.attributesOfItem(atPath: file(of: id).path)
      if let made = attributes?[.modificationDate] as? Date, made < time { remove(id) }
    }
  }
}

extension Services {
  package var uploads: UploadFolder { UploadFolder(folder: settings.data.appending(path: "uploads")) }
}
