import Acts
import Foundation
import House
import Records
import SystemZones

/// Examines an installation and reports what works and what is missing. It changes nothing: a data folder that doesn't
/// exist is not created.
package struct Checkup: Sendable {
  let settings: Settings
  let now: Date
  let zones: SystemZones

  package init(_ settings: Settings, now: Date = Date(), zones: SystemZones = .standard) {
    self.settings = settings
    self.now = now
    self.zones = zones
  }

  package func findings() async -> [Finding] {
    let stored = dataFolder + (await database) + [backups]
    return [reachedUnder] + organisation + stored + (await mail) + (await media) + encryption + lists + [clock]
      + timeZones + [words]
  }

  private var reachedUnder: Finding {
    if let barrier = LinkBarrier(settings.publicURL) {
      return .hint(
        "Settings: can be read. Links in letters lead to \(barrier.address), which opens "
          + "\(barrier.reach == .machine ? "on this machine" : "in this network") only. Set STEHTISCH_URL before anybody is invited."
      )
    }
    return .good("Settings: can be read. Guests reach us under \(settings.publicURL.absoluteString).")
  }

  var location: DatabaseLocation { DatabaseLocation(settings) }

  func exists(_ file: URL) -> Bool { FileManager.default.fileExists(atPath: file.path) }
}
