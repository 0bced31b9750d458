import Core
import Foundation
import Synchronization

/// The time zones of this machine, from the files of Debian's package `tzdata`. New rules are noticed within a second
/// of the files being replaced. A file that can't be read while it is being replaced leaves the old rules in force.
package final class SystemZones: Sendable {
  package let folder: String
  private let known = Mutex(Known())

  private struct Known {
    var rules: [String: Remembered<ZoneRules>] = [:]
    var catalogue: Remembered<ZoneCatalogue>?
  }

  private struct Remembered<Content: Sendable>: Sendable {
    let content: Content?
    let stamps: [FileStamp?]
    let seenAt: ContinuousClock.Instant
  }

  /// The number of existing names, old ones included, so that odd ones can't fill the memory.
  private static let most = 1000

  /// The zones in the place where the system's own programs look for them: the folder named by `TZDIR`, as in the C
  /// library, otherwise the usual place on every Linux.
  package static let standard = SystemZones(
    folder: ProcessInfo.processInfo.environment["TZDIR"] ?? "/usr/share/zoneinfo")

  package init(folder: String) {
    self.folder = folder
  }

  package var zones: Zones {
    Zones(catalogue: { self.catalogue() }, rules: { self.rules($0) })
  }

  /// The rules currently in the file.
  /// - Throws: `ZoneProblem`, or the reason why the file can't be read.
  package func readRules(_ name: String) throws -> ZoneRules {
    try ZoneFile.rules(Array(SystemFile(folder, name).bytes(atMost: ZoneFile.largest)))
  }

  private func rules(_ name: String) -> ZoneRules? {
    remembered([name], old: known.withLock { $0.rules[name] }) {
      try? readRules(name)
    } store: { new in
      known.withLock {
        if $0.rules.count >= Self.most { $0.rules = [:] }
        $0.rules[name] = new
      }
    }
  }

  private func catalogue() -> ZoneCatalogue {
    let names = ["tzdata.zi", "zone.tab"]
    let content = remembered(names, old: known.withLock { $0.catalogue }) {
      let texts = names.map { try? SystemFile(folder, $0).bytes(atMost: 1 << 20) }
      guard texts.contains(where: { $0 != nil }) else { return nil }
      let (source, table) = (texts[0].map(text) ?? "", texts[1].map(text) ?? "")
      return ZoneCatalogue(source: source, table: table)
    } store: { new in
      known.withLock { $0.catalogue = new }
    }
    return content ?? .empty
  }

  private func text(_ bytes: Data) -> String { String(decoding: bytes, as: UTF8.self) }

  /// Rereads only what has changed, and looks for changes at most once a second.
  private func remembered<Content: Sendable>(
    _ names: [String], old: Remembered<Content>?, read: () -> Content?, store: (Remembered<Content>) -> Void
  ) -> Content? {
    let now = ContinuousClock.now
    if let old, old.seenAt.duration(to: now) < .seconds(1) { return old.content }
    let stamps = names.map { SystemFile(folder, $0).stamp }
    let isSame = old.map { $0.stamps == stamps } ?? false
    let content = isSame ? old?.content : read() ?? old?.content
    store(Remembered(content: content, stamps: stamps, seenAt: now))
    return content
  }
}
