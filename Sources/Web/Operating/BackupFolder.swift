import Core
import Foundation
import House

/// A folder of scheduled backups: the existing ones, and those that may be removed.
package struct BackupFolder: Sendable {
  package let url: URL
  /// The number that stay.
  package let kept: Int

  package init(url: URL, kept: Int) {
    self.url = url
    self.kept = kept
  }

  package struct Entry: Sendable, Equatable {
    package let file: URL
    package let takenAt: Date
  }

  /// `stehtisch-20261130T120000Z.sqlite`: the order by name is the order by time.
  package func file(at time: Date) -> URL {
    let digits = LocalTime.machineText(time).filter { $0.isNumber || $0 == "T" }.prefix(15)
    return url.appending(path: "stehtisch-\(digits)Z.sqlite")
  }

  /// Complete backups with their key, newest first. Other files in the folder are not ours.
  package func entries() -> [Entry] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    let whole = names.filter {
      $0.wholeMatch(of: /stehtisch-\d{8}T\d{6}Z\.sqlite/) != nil && names.contains("\($0).key")
    }
    return whole.sorted(by: >).compactMap { name in
      let file = url.appending(path: name)
      let values = try? FileManager.default.attributesOfItem(atPath: file.path)
      return (values?[.modificationDate] as? Date).map { Entry(file: file, takenAt: $0) }
    }
  }

  /// Removes those beyond the newest ones that stay.
  package func rotate() {
    for entry in entries().dropFirst(kept) {
      unlink(entry.file.path)
      unlink(entry.file.path + ".key")
    }
  }
}
