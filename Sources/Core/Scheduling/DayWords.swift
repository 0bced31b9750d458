import Foundation

/// Days in the words of a language. `js/dates.js` writes the same ones in the reader's zone, and `Tests/dates.json`
/// holds both to it, since libraries differ in their wording from version to version. A page full of dates also needs
/// hundreds of them, and one of Foundation's formatters takes longer for a single date than the rest of the page.
package struct DayWords: Sendable {
  private let language: Language

  package init(_ language: Language) {
    self.language = language
  }

  /// “Donnerstag, 3. Dezember 2026”, “Thursday, 3 December 2026”.
  package func day(_ day: LocalDay) -> String {
    "\(names.weekdays[day.weekday]), \(number(day)) \(names.months[day.month - 1]) \(day.year)"
  }

  /// “Donnerstag, 3. Dezember”, “Thursday 3 December”.
  package func dayWithoutYear(_ day: LocalDay) -> String {
    let comma = language == .german ? "," : ""
    return "\(names.weekdays[day.weekday])\(comma) \(number(day)) \(names.months[day.month - 1])"
  }

  /// “Do., 3. Dez.”, “Thu 3 Dec”.
  package func shortDay(_ day: LocalDay) -> String {
    let stop = language == .german ? ".," : ""
    return "\(weekday(day))\(stop) \(number(day)) \(names.monthsInDates[day.month - 1])"
  }

  /// “3. Dez. 2026”, “3 Dec 2026”.
  package func date(_ day: LocalDay) -> String {
    "\(number(day)) \(names.monthsInDates[day.month - 1]) \(day.year)"
  }

  /// “Do”, “Thu”.
  package func weekday(_ day: LocalDay) -> String {
    String(names.weekdays[day.weekday].prefix(language == .german ? 2 : 3))
  }

  /// “Dez”, “Dec”.
  package func month(_ day: LocalDay) -> String {
    String(names.months[day.month - 1].prefix(3))
  }

  /// “18 Uhr 30”, “18 Uhr”, “18:30”: the form for a screen reader, which would read “18:30 Uhr” as “achtzehn Uhr
  /// dreißig Uhr”.
  package func spoken(_ time: LocalTime) -> String {
    guard language == .german else { return time.clockText }
    return time.minute == 0 ? "\(time.hour) Uhr" : "\(time.hour) Uhr \(time.minute)"
  }

  /// “1.234”, “1,234”.
  package func number(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var text = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index).isMultiple(of: 3) { text += language == .german ? "." : "," }
      text.append(digit)
    }
    return text
  }

  private func number(_ day: LocalDay) -> String {
    language == .german ? "\(day.day)." : String(day.day)
  }

  private var names: Names {
    language == .german ? .german : .english
  }

  private struct Names: Sendable {
    /// From Sunday.
    let weekdays: [String]
    let months: [String]
    /// Shortened, for use between a day and a year.
    let monthsInDates: [String]

    static let german = Names(
      weekdays: ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"],
      months: [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
        "Dezember",
      ],
      monthsInDates: [
        "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez.",
      ])

    static let english = Names(
      weekdays: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
      months: [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
      ],
      monthsInDates: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"])
  }
}

extension LocalTime {
  /// `2026-12-03T17:30:00Z` (ISO 8601) of a time in UTC.
  package static func machineText(_ instant: Date) -> String {
    let seconds = instant.wholeSeconds
    let second = ((seconds % 86_400) + 86_400) % 86_400
    let day = LocalDay(daysSince1970: (seconds - second) / 86_400)
    let clock = [second / 3600, second / 60 % 60, second % 60].map { Digits.text($0, 2) }.joined(separator: ":")
    return "\(day.text)T\(clock)Z"
  }

  /// Reads what `machineText` writes; nil for anything else.
  package static func instant(ofMachineText text: String) -> Date? {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].last == "Z", let day = LocalDay(String(parts[0])) else { return nil }
    let clock = parts[1].dropLast().split(separator: ":", omittingEmptySubsequences: false)
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let numbers = clock.filter { $0.utf8.count == 2 && $0.utf8.allSatisfy(digits.contains) }.compactMap { Int($0) }
    guard clock.count == 3, numbers.count == 3, numbers[0] < 24, numbers[1] < 60, numbers[2] < 60 else { return nil }
    return Date(wholeSeconds: day.daysSince1970 * 86_400 + numbers[0] * 3600 + numbers[1] * 60 + numbers[2])
  }
}
