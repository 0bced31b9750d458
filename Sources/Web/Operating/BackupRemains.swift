import Foundation

/// What killed backups and trials left in a folder: whole or half copies of people's data, under names that nobody looks
/// for and that outlive an erasure.
struct BackupRemains {
  let folder: URL

  /// No backup takes so long. A process of the same number can be another one by then, as in a container.
  private static let longest: TimeInterval = 86_400

  /// Removes those whose process is gone, or that are a day old.
  /// - Parameter now: compared with the files' own times.
  func clear(at now: Date = Date()) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names {
      guard let process = Self.process(of: name) else { continue }
      let place = folder.appending(path: name)
      let isDead = kill(process, 0) != 0 && errno == ESRCH
      if isDead || age(of: place, at: now) > Self.longest { try? FileManager.default.removeItem(at: place) }
    }
  }

  /// The process that makes or made a draft or a trial of this name; nil for any other name.
  private static func process(of name: String) -> pid_t? {
    let draft = /\..+\.(\d+)\.(?:part(?:-wal|-shm|-journal)?|trial)/
    return name.wholeMatch(of: draft).flatMap { pid_t($0.1) }
  }

  private func age(of place: URL, at now: Date) -> TimeInterval {
    let changed = try? FileManager.default.attributesOfItem(atPath: place.path)[.modificationDate] as? Date
    return changed.map { now.timeIntervalSince($0) } ?? 0
  }
}
