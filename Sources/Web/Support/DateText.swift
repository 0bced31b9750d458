import Core
import Foundation

/// Numbers, dates and lists in the reader's own form.
extension Phrases {
  package var locale: Locale {
    Locale(identifier: language == .german ? "de_DE" : "en_GB")
  }

  /// “Donnerstag, 3. Dezember 2026”, “Thursday, 3 December 2026”.
  package func day(_ time: Date) -> String {
    time.formatted(style.weekday(.wide).day().month(.wide).year())
  }

  /// “Do., 3. Dez.”, “Thu, 3 Dec”.
  package func shortDay(_ time: Date) -> String {
    time.formatted(style.weekday(.abbreviated).day().month(.abbreviated))
  }

  /// “18:30”.
  package func clock(_ time: Date) -> String {
    time.formatted(style.hour(.twoDigits(amPM: .omitted)).minute(.twoDigits))
  }

  /// “Donnerstag, 3. Dezember 2026, 18:30 Uhr”, “Thursday, 3 December 2026, 18:30”.
  package func dayAndClock(_ time: Date) -> String {
    let text = "\(day(time)), \(clock(time))"
    return language == .german ? text + " Uhr" : text
  }

  /// “3. Dez. 2026, 18:30”, for tables of what happened.
  package func stamp(_ time: Date) -> String {
    "\(time.formatted(style.day().month(.abbreviated).year())), \(clock(time))"
  }

  package func number(_ value: Int) -> String {
    value.formatted(.number.locale(locale))
  }

  /// 0…1 as whole per cent.
  package func percent(_ share: Double) -> String {
    share.formatted(.percent.precision(.fractionLength(0)).locale(locale))
  }

  /// “A, B und C”, “A, B and C”.
  package func list(_ items: [String]) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + (language == .german ? " und " : " and ") + last
  }

  /// For `<time datetime>`: UTC in ISO 8601.
  package func machine(_ time: Date) -> String {
    time.formatted(.iso8601)
  }

  private var style: Date.FormatStyle {
    Date.FormatStyle(locale: locale, timeZone: zone)
  }
}
