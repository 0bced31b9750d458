import Foundation

/// The day until which somebody seems to be away: the last one that an absence note names after a word such as "until"
/// or "zurück am".
enum AbsenceHint {
  /// - Parameter written: the time at which the mail says it was written; a day without a year is the next such day.
  static func day(in text: String, subject: String, written: Date?) -> WrittenDay? {
    let words = (subject + "\n" + text.prefix(1500)).lowercased().split { $0.isWhitespace || "(),;:!".contains($0) }
      .map { $0.drop { "\"'*".contains($0) } }
    let today = written.flatMap(today)
    var told: [WrittenDay] = []
    var named: [WrittenDay] = []
    for index in words.indices {
      guard let day = day(at: index, in: words, today: today) else { continue }
      named.append(day)
      if words[max(0, index - 5)..<index].contains(where: { cues.contains(String($0)) }) { told.append(day) }
    }
    return told.max() ?? named.max()
  }

  private static func day(at index: Int, in words: [Substring], today: WrittenDay?) -> WrittenDay? {
    if let day = numeric(words[index], today: today) { return day }
    let next = words.indices.contains(index + 1) ? words[index + 1] : ""
    let afterNext = words.indices.contains(index + 2) ? words[index + 2] : ""
    if let number = ordinal(words[index]) {
      // "14 de diciembre de 2026"
      let skips = next == "de" || next == "of"
      let name = skips ? afterNext : next
      guard let month = month(name) else { return nil }
      let tail = words.dropFirst(index + (skips ? 3 : 2)).prefix(2)
      return dated(year(in: tail), month, number, today)
    }
    // "December 14, 2026"
    if let month = month(words[index]), let number = ordinal(next) {
      let isDayBefore = index > 0 && ordinal(words[index - 1]) != nil
      return isDayBefore
        ? nil : dated(year(afterNext), month, number, today)
    }
    return nil
  }

  /// `14.12.2026`, `14.12.`, `2026-12-14`, `14/12/2026`; `12/14/2026` only if nothing else is possible.
  private static func numeric(_ word: Substring, today: WrittenDay?) -> WrittenDay? {
    let text = word.trimmingSuffix { $0 == "." || $0 == "-" }
    for separator in [".", "-", "/"] as [Character] where text.contains(separator) {
      let parts = text.split(separator: separator).map { Int($0) }
      guard parts.count == 2 || parts.count == 3, !parts.contains(nil) else { continue }
      let numbers = parts.compactMap { $0 }
      if separator == "-" {
        return numbers.count == 3 ? WrittenDay(year: numbers[0], month: numbers[1], day: numbers[2]) : nil
      }
      if numbers.count == 2, separator == "/" { return nil }
      let isAmerican = separator == "/" && numbers[1] > 12
      let (day, month) = isAmerican ? (numbers[1], numbers[0]) : (numbers[0], numbers[1])
      let year = numbers.count == 3 ? (numbers[2] < 100 ? numbers[2] &+ 2000 : numbers[2]) : nil
      return dated(year, month, day, today)
    }
    return nil
  }

  private static func dated(_ year: Int?, _ month: Int, _ day: Int, _ today: WrittenDay?) -> WrittenDay? {
    if let year { return WrittenDay(year: year, month: month, day: day) }
    guard let today, let thisYear = WrittenDay(year: today.year, month: month, day: day) else { return nil }
    return thisYear < today ? WrittenDay(year: today.year + 1, month: month, day: day) : thisYear
  }

  private static func year(in words: ArraySlice<Substring>) -> Int? {
    words.lazy.compactMap { year($0) }.first
  }

  /// “2026”, even at the end of a sentence.
  private static func year(_ word: Substring) -> Int? {
    Int(word.trimmingSuffix { $0 == "." }).flatMap { (2000...2099).contains($0) ? $0 : nil }
  }

  private static func ordinal(_ word: Substring) -> Int? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.count), let number = Int(digits), (1...31).contains(number) else { return nil }
    return ["", ".", "st", "nd", "rd", "th", "er", "º"].contains(word.dropFirst(digits.count)) ? number : nil
  }

  private static func month(_ word: Substring) -> Int? {
    let word = word.trimmingSuffix { $0 == "." }
    guard word.count >= 3 else { return nil }
    return months.firstIndex { $0.contains(String(word)) }.map { $0 + 1 }
  }

  /// By the everyday calendar, in UTC.
  private static func today(_ date: Date) -> WrittenDay? {
    let days = Int(max(0, min(date.timeIntervalSince1970, 4_000_000_000)) / 86_400)
    // Howard Hinnant's days-to-civil.
    let z = days + 719_468
    let era = z / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return WrittenDay(year: year, month: month, day: dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  private static let cues: Set = [
    "until", "till", "through", "return", "returning", "back", "to", "bis", "zurück", "wieder", "ab", "einschließlich",
    "jusqu'au", "jusqu’au", "retour", "au", "hasta", "regreso", "al", "partir",
  ]
  private static let months: [Set<String>] = [
    ["januar", "jan", "jänner", "january", "janvier", "janv", "enero", "ene"],
    ["februar", "feb", "february", "février", "févr", "fevrier", "febrero"],
    ["märz", "mär", "maerz", "march", "mar", "mars", "marzo"], ["april", "apr", "avril", "avr", "abril", "abr"],
    ["mai", "may", "mayo"], ["juni", "jun", "june", "juin", "junio"],
    ["juli", "jul", "july", "juillet", "juil", "julio"],
    ["august", "aug", "août", "aout", "agosto", "ago"],
    ["september", "sep", "sept", "septembre", "septiembre", "setiembre"],
    ["oktober", "okt", "october", "oct", "octobre", "octubre"], ["november", "nov", "novembre", "noviembre"],
    ["dezember", "dez", "december", "dec", "décembre", "déc", "decembre", "diciembre", "dic"],
  ]
}

extension Substring {
  fileprivate func trimmingSuffix(while isDropped: (Character) -> Bool) -> Substring {
    var text = self
    while let last = text.last, isDropped(last) { text.removeLast() }
    return text
  }
}
