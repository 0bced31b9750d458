import Core
import Foundation

/// The form of a date with its end and its zone on pages.
extension Phrases {
  /// The same words with times shown in another zone.
  package func inZone(_ zone: Zone) -> Phrases {
    var copy = self
    copy.zone = zone
    return copy
  }

  package func inZone(_ name: String) -> Phrases { inZone(zones[name]) }

  /// In the first of these zones that exists.
  package func inZone(_ names: [String]) -> Phrases { inZone(zones.first(names)) }

  /// “18:30 bis 19:30 Uhr”, “18:30 to 19:30”.
  package func clocks(_ start: Date, minutes: Int) -> String {
    let end = clockWithUnit(start.addingTimeInterval(Double(minutes) * 60))
    return "\(clock(start)) \(language == .german ? "bis" : "to") \(end)"
  }

  /// “Do. 10. Dez., 18:30”, “Thu 10 Dec, 18:30”.
  package func slotName(_ start: Date) -> String {
    "\(shortDay(start)), \(clock(start))"
  }

  /// “Berlin” for the zone in which times are shown.
  package var zoneName: String { ZoneName.city(zone.identifier, language) }

  /// A piece of a day for the coaster that shows it: “Do”, “10”, “Dez.”.
  package enum DayPart: Sendable { case weekday, number, month }

  package func part(_ time: Date, _ part: DayPart) -> String {
    let day = local(time).day
    return switch part {
    case .weekday: dayWords.weekday(day)
    case .number: String(day.day)
    case .month: dayWords.month(day)
    }
  }
}
