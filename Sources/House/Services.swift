import Core
import Database
import Formats
import Foundation
import Logging
import SystemZones

/// The common ground of handlers and background work: settings, storage, words, time and chance.
package struct Services: Sendable {
  package let settings: Settings
  package let database: any Database
  package let strings: Strings
  package let assets: Assets
  package let secret: Secret
  package let zones: Zones
  package let now: @Sendable () -> Date
  /// Time by a clock nobody adjusts, for measuring durations.
  package let uptime: @Sendable () -> Duration
  package let random: @Sendable () -> (UInt64, UInt64)
  package let logger: Logger
  package let limits = RateLimits()
  package let metrics = Metrics()
  /// Objects kept by single parts of the program: pools, halls, bells.
  package let fixtures = Fixtures()
  /// Opens once the server listens: before that nothing is sent, erased or resumed.
  package let opening = Latch()
  /// Takes uploaded documents apart.
  package let listReading: any DocumentReading
  /// Nil where this program is the only one that works with its database, and for commands.
  package let node: ThisNode?
  /// Nil in a test, and for a command beside a running server.
  private let lock: FolderLock?

  package init(
    settings: Settings, database: any Database, strings: Strings, assets: Assets, secret: Secret,
    lock: FolderLock? = nil, node: ThisNode? = nil, logger: Logger, zones: Zones = SystemZones.standard.zones,
    listReading: any DocumentReading = DirectReading(), now: @escaping @Sendable () -> Date = { Date() },
    uptime: @escaping @Sendable () -> Duration = monotonicClock(),
    random: @escaping @Sendable () -> (UInt64, UInt64) = {
      (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max))
    }
  ) {
    self.settings = settings
    self.database = database
    self.strings = strings
    self.assets = assets
    self.secret = secret
    self.lock = lock
    self.node = node
    self.zones = zones
    self.now = now
    self.uptime = uptime
    self.random = random
    self.logger = logger
    self.listReading = listReading
  }

  package func newID<Owner>(_ owner: Owner.Type = Owner.self) -> Identifier<Owner> {
    Identifier(at: now(), random: random())
  }

  /// - Parameter zones: names of zones, of which the first valid one is used to show times; UTC if there is none.
  package func phrases(_ language: Language, zones names: [String] = []) -> Phrases {
    Phrases(strings, language, zones: zones).inZone(names)
  }
}

/// Time since now.
package func monotonicClock() -> @Sendable () -> Duration {
  let start = ContinuousClock.now
  return { ContinuousClock.now - start }
}

/// Describing something that contains these, as the library of services does with each of them for its log, reveals
/// neither secrets nor all the words of the program.
extension Services: CustomStringConvertible {
  package var description: String { "Services" }
}
