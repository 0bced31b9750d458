import Foundation

/// What killed backups and trials left in a folder: whole or half copies of people's data, under names that nobody looks
/// for and that outlive an erasure.
struct BackupRemains {
  /// The backup that is made or tried now.
  let file: URL

  /// No backup takes so long. A process of the same number can be another one by then, as in a container.
  private static let longest: TimeInterval = 86_400

  /// Removes those whose process is gone, or that are a day old.
  /// - Parameter now: compared with the files' own times.
  func clear(at now: Date = Date()) {
    let folder = file.deletingLastPathComponent()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names {
      guard let process = process(of: name) else { continue }
      let place = folder.appending(path: name)
      let isDead = kill(process, 0) != 0 && errno == ESRCH
      if isDead || age(of: place, at: now) > Self.longest { try? FileManager.default.removeItem(at: place) }
    }
  }

  /// The place in which this process makes a file (`part`), or tries it out (`trial`), until it is whole.
  static func draft(of file: URL, _ ending: String) -> URL {
    file.deletingLastPathComponent().appending(path: ".\(file.lastPathComponent).\(getpid()).\(ending)")
  }

  /// The process that makes or made a draft or a trial of this name; nil for any other name. The folder may be everybody's:
  /// only a backup of the same name as this one, or one of an SQLite file, is surely ours.
  private func process(of name: String) -> pid_t? {
    let draft = /\.(.+?)(?:\.key)?\.(\d+)\.(?:part(?:-wal|-shm|-journal)?|trial)/
    guard let found = name.wholeMatch(of: draft), found.1 == file.lastPathComponent || found.1.hasSuffix(".sqlite")
    else { return nil }
    return pid_t(found.2)
  }

  private func age(of place: URL, at now: Date) -> TimeInterval {
    let changed = try? FileManager.default.attributesOfItem(atPath: place.path)[.modificationDate] as? Date
    return changed.map { now.timeIntervalSince($0) } ?? 0
  }
}
