import Core
import Foundation

/// Times that name their zone, for guests who may be in a different one from their host.
extension Phrases {
  /// “Donnerstag, 3. Dezember 2026, 17:30 Uhr (London; in Berlin 18:30 Uhr)”. If the clocks show the same time in both
  /// zones, the host's isn't named.
  package func dayAndClock(_ time: Date, beside host: Zone) -> String {
    "\(dayAndClock(time)) (\(zoneName)\(elsewhere(time, host).map { "; \($0)" } ?? ""))"
  }

  /// “in Berlin 18:30 Uhr”, or “Thursday, 18:30 in Berlin” if it is another day there; nil if it is the same time.
  package func elsewhere(_ time: Date, _ other: Zone) -> String? {
    let there = inZone(other)
    guard other.offset(at: time) != zone.offset(at: time) else { return nil }
    let clock = there.clockWithUnit(time)
    let text = there.local(time).day == local(time).day ? clock : "\(there.dayWithoutYear(time)), \(clock)"
    return language == .german ? "in \(there.zoneName) \(text)" : "\(text) in \(there.zoneName)"
  }

  /// The last day on which somebody may answer: “Freitag, 4. Dezember”. If the host's clocks differ, that day ends at
  /// another time here: “Freitag, 4. Dezember, 17:59 Uhr (New York)”.
  package func until(_ deadline: Date, host: Zone) -> String {
    let day = dayWithoutYear(deadline)
    guard host.offset(at: deadline) != zone.offset(at: deadline) else { return day }
    return "\(day), \(clockWithUnit(deadline)) (\(zoneName))"
  }

  /// “18:30 Uhr”, which no line break parts, “18:30”.
  package func clockWithUnit(_ time: Date) -> String {
    language == .german && !isSpoken ? "\(clock(time))\u{A0}Uhr" : clock(time)
  }
}
