import Core
import Database
import Foundation
import Logging
import SystemZones

/// What handlers and background work share: settings, storage, words, time and chance.
package struct Services: Sendable {
  package let settings: Settings
  package let database: any Database
  package let strings: Strings
  package let assets: Assets
  package let secret: Secret
  package let zones: Zones
  package let now: @Sendable () -> Date
  package let random: @Sendable () -> (UInt64, UInt64)
  package let logger: Logger
  package let limits = RateLimits()
  package let metrics = Metrics()
  /// What single parts of the program keep: pools, halls, bells.
  package let fixtures = Fixtures()
  /// Opens when the server listens: before that nothing is sent, erased or taken up again.
  package let opening = Latch()
  /// Nil in a test, and for a command that works beside a running server.
  private let lock: FolderLock?

  package init(
    settings: Settings, database: any Database, strings: Strings, assets: Assets, secret: Secret,
    lock: FolderLock? = nil, logger: Logger, zones: Zones = SystemZones.standard.zones,
    now: @escaping @Sendable () -> Date = { Date() },
    random: @escaping @Sendable () -> (UInt64, UInt64) = {
      (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max))
    }
  ) {
    self.settings = settings
    self.database = database
    self.strings = strings
    self.assets = assets
    self.secret = secret
    self.zones = zones
    self.lock = lock
    self.now = now
    self.random = random
    self.logger = logger
  }

  package func newID<Owner>(_ owner: Owner.Type = Owner.self) -> Identifier<Owner> {
    Identifier(at: now(), random: random())
  }

  /// - Parameter zones: names of the zones in which times are shown, the first that there is; UTC if there is none.
  package func phrases(_ language: Language, zones names: [String] = []) -> Phrases {
    Phrases(strings, language, zones: zones).inZone(names)
  }
}
