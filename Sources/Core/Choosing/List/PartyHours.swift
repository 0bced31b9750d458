import Foundation

/// The half hours of a day, in UTC, at which a party might begin.
package enum PartyHours {
  /// The half hour in which a fixed date lies.
  package static func starts(at date: Date) -> [Int] {
    let seconds = date.wholeSeconds
    return [((seconds % 86_400 + 86_400) % 86_400) / 1800]
  }

  /// Five to half past eight in the evening, where the host is.
  package static func evening(in zone: Zone, on date: Date) -> [Int] {
    let offset = zone.offset(at: date) / 1800
    return (34...41).map { (($0 - offset) % 48 + 48) % 48 }
  }
}
