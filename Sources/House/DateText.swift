import Core
import Foundation

/// Numbers, dates and lists in the reader's own format.
extension Phrases {
  /// “Donnerstag, 3. Dezember 2026”, “Thursday, 3 December 2026”.
  package func day(_ time: Date) -> String {
    dayWords.day(local(time).day)
  }

  /// “Do., 3. Dez.”, “Thu 3 Dec”.
  package func shortDay(_ time: Date) -> String {
    isSpoken ? dayWithoutYear(time) : dayWords.shortDay(local(time).day)
  }

  /// “18:30”.
  package func clock(_ time: Date) -> String {
    isSpoken ? dayWords.spoken(local(time)) : local(time).clockText
  }

  /// “Donnerstag, 3. Dezember 2026, 18:30 Uhr”, “Thursday, 3 December 2026, 18:30”.
  package func dayAndClock(_ time: Date) -> String {
    "\(day(time)), \(clockWithUnit(time))"
  }

  /// “3. Dez. 2026, 18:30”, for tables of events.
  package func stamp(_ time: Date) -> String {
    "\(isSpoken ? day(time) : dayWords.date(local(time).day)), \(clock(time))"
  }

  package func number(_ value: Int) -> String {
    dayWords.number(value)
  }

  /// 0…1 as whole per cent.
  package func percent(_ share: Double) -> String {
    let percents = share.isFinite ? Int((share * 100).rounded(.toNearestOrEven)) : 0
    return number(percents) + (language == .german ? "\u{A0}%" : "%")
  }

  /// “A, B und C”, “A, B and C”.
  package func list(_ items: [String]) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + (language == .german ? " und " : " and ") + last
  }

  /// For `<time datetime>`: UTC in ISO 8601.
  package func machine(_ time: Date) -> String {
    LocalTime.machineText(time)
  }

  package func local(_ time: Date) -> LocalTime { LocalTime(time, in: zone) }

  package var dayWords: DayWords { DayWords(language) }
}

extension Phrases {
  /// “Donnerstag, 3. Dezember”, “Thursday 3 December”.
  package func dayWithoutYear(_ time: Date) -> String {
    dayWords.dayWithoutYear(local(time).day)
  }
}
