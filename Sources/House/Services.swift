import Core
import Database
import Formats
import Foundation
import Logging
import SystemZones

/// The common ground of handlers and background work: settings, storage, words, time and chance. Every closure and task
/// that waits has a copy, so it is as small as a reference.
package struct Services: Sendable {
  private let ground: Ground

  package var settings: Settings { ground.settings }
  package var database: any Database { ground.database }
  package var strings: Strings { ground.strings }
  package var assets: Assets { ground.assets }
  package var secret: Secret { ground.secret }
  package var zones: Zones { ground.zones }
  package var now: @Sendable () -> Date { ground.now }
  /// Time by a clock nobody adjusts, for measuring durations.
  package var uptime: @Sendable () -> Duration { ground.uptime }
  package var random: @Sendable () -> (UInt64, UInt64) { ground.random }
  package var logger: Logger { ground.logger }
  package var limits: RateLimits { ground.limits }
  package var metrics: Metrics { ground.metrics }
  /// Objects kept by single parts of the program: pools, halls, bells.
  package var fixtures: Fixtures { ground.fixtures }
  /// Opens once the server listens: before that nothing is sent, erased or resumed.
  package var opening: Latch { ground.opening }
  /// Takes uploaded documents apart.
  package var listReading: any DocumentReading { ground.listReading }
  /// Nil where this program is the only one that works with its database, and for commands.
  package var node: ThisNode? { ground.node }

  package init(
    settings: Settings, database: any Database, strings: Strings, assets: Assets, secret: Secret,
    lock: FolderLock? = nil, node: ThisNode? = nil, logger: Logger, zones: Zones = SystemZones.standard.zones,
    listReading: any DocumentReading = DirectReading(), now: @escaping @Sendable () -> Date = { Date() },
    uptime: @escaping @Sendable () -> Duration = monotonicClock(),
    random: @escaping @Sendable () -> (UInt64, UInt64) = {
      (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max))
    }
  ) {
    ground = Ground(
      settings: settings, database: database, strings: strings, assets: assets, secret: secret, zones: zones, now: now,
      uptime: uptime, random: random, logger: logger, listReading: listReading, node: node, lock: lock)
  }

  package func newID<Owner>(_ owner: Owner.Type = Owner.self) -> Identifier<Owner> {
    Identifier(at: now(), random: random())
  }

  /// - Parameter zones: names of zones, of which the first valid one is used to show times; UTC if there is none.
  package func phrases(_ language: Language, zones names: [String] = []) -> Phrases {
    Phrases(strings, language, zones: zones).inZone(names)
  }
}

/// What `Services` gives access to, kept once.
private final class Ground: Sendable {
  let settings: Settings
  let database: any Database
  let strings: Strings
  let assets: Assets
  let secret: Secret
  let zones: Zones
  let now: @Sendable () -> Date
  let uptime: @Sendable () -> Duration
  let random: @Sendable () -> (UInt64, UInt64)
  let logger: Logger
  let limits = RateLimits()
  let metrics = Metrics()
  let fixtures = Fixtures()
  let opening = Latch()
  let listReading: any DocumentReading
  let node: ThisNode?
  /// Nil in a test, and for a command beside a running server. Held, not asked.
  let lock: FolderLock?

  init(
    settings: Settings, database: any Database, strings: Strings, assets: Assets, secret: Secret, zones: Zones,
    now: @escaping @Sendable () -> Date, uptime: @escaping @Sendable () -> Duration,
    random: @escaping @Sendable () -> (UInt64, UInt64), logger: Logger, listReading: any DocumentReading,
    node: ThisNode?, lock: FolderLock?
  ) {
    self.settings = settings
    self.database = database
    self.strings = strings
    self.assets = assets
    self.secret = secret
    self.zones = zones
    self.now = now
    self.uptime = uptime
    self.random = random
    self.logger = logger
    self.listReading = listReading
    self.node = node
    self.lock = lock
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
