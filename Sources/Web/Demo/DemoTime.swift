import Core
import Foundation
import House
import NIOConcurrencyHelpers
import Records

extension Services {
  /// The same installation at another time, with chance that repeats from one filling to the next.
  func at(_ time: Date, chance: DemoChance) -> Services {
    // An action at another time is performed at once.
    var settings = settings
    settings.takeBackSeconds = 0
    return Services(
      settings: settings, database: database, strings: strings, assets: assets, secret: secret, logger: logger,
      zones: zones, now: { time }, uptime: { .zero }, random: { (chance.next(), chance.next()) })
  }
}

/// Chance from a seed (SplitMix64), shared by everything that fills the example.
final class DemoChance: Sendable {
  private let state: NIOLockedValueBox<UInt64>

  init(seed: UInt64) {
    state = NIOLockedValueBox(seed)
  }

  func next() -> UInt64 {
    state.withLockedValue { state in
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }
}

/// Days as the example counts them, in Berlin.
struct DemoCalendar {
  let now: Date
  let zones: Zones

  func time(_ day: Example.Day) throws -> LocalTime {
    try LocalTime(date: self.day(day.inDays), time: day.clock, zone: Example.zone, in: zones)
  }

  /// Such as `2026-12-03`.
  func day(_ inDays: Int) -> String {
    LocalTime(now.addingTimeInterval(Double(inDays) * 86_400), in: zones[Example.zone]).day.text
  }

  /// Such as `18:30`.
  func clock(_ text: String) -> String {
    text == "now" ? LocalTime(now, in: zones[Example.zone]).clockText : text
  }

  func ago(days: Int, hours: Int = 0) -> Date {
    now.addingTimeInterval(-Double(days) * 86_400 + Double(hours) * 3600)
  }
}
