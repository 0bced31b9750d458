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
    let asked = (await mail) + (await providers) + (await media)
    return [reachedUnder] + organisation + stored + asked + encryption + lists + [clock] + timeZones + [words]
  }

  private var reachedUnder: Finding {
    if let barrier = LinkBarrier(settings.publicURL) {
      let key = barrier.reach == .machine ? "doctor.settings.thisMachine" : "doctor.settings.thisNetwork"
      return .hint(key, ["address": barrier.address])
    }
    return .good("doctor.settings.good", ["address": settings.publicURL.absoluteString])
  }

  var location: DatabaseLocation { DatabaseLocation(settings) }

  func exists(_ file: URL) -> Bool { FileManager.default.fileExists(atPath: file.path) }
}
