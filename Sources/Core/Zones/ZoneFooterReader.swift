/// Reads a TZ string in POSIX's form, with hours up to 167 and negative ones as RFC 9636 §3.3.1 allows.
struct ZoneFooterReader {
  private var rest: ArraySlice<UInt8>

  /// - Throws: `zones.problem.footer`.
  static func footer(_ text: ArraySlice<UInt8>) throws(ZoneProblem) -> ZoneFooter {
    var reader = ZoneFooterReader(rest: text)
    guard text.count <= 200, let footer = reader.footer(), reader.rest.isEmpty else { throw .footer }
    return footer
  }

  private mutating func footer() -> ZoneFooter? {
    guard name(), let west = time(hours: 24) else { return nil }
    let standard = ZoneRules.Period(offset: -west, isDaylight: false)
    if rest.isEmpty { return ZoneFooter(standard: standard, summer: nil) }
    guard name() else { return nil }
    var offset = standard.offset + 3600
    if rest.first != UInt8(ascii: ",") {
      guard let west = time(hours: 24) else { return nil }
      offset = -west
    }
    guard let start = day(), let end = day() else { return nil }
    let period = ZoneRules.Period(offset: offset, isDaylight: true)
    return ZoneFooter(standard: standard, summer: .init(period: period, start: start, end: end))
  }

  /// Three letters or more, or letters, digits and signs in `<…>`.
  private mutating func name() -> Bool {
    if take("<") {
      let name = rest.prefix { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
      rest = rest.dropFirst(name.count)
      return name.count >= 3 && take(">")
    }
    let name = rest.prefix(while: \.isLetter)
    rest = rest.dropFirst(name.count)
    return name.count >= 3
  }

  /// `,M3.5.0/2`, `,J60`, `,59/-1`.
  private mutating func day() -> ZoneFooterDay? {
    guard take(","), let day = dayOfYear() else { return nil }
    if !take("/") { return ZoneFooterDay(day: day, time: 7200) }
    return time(hours: 167).map { ZoneFooterDay(day: day, time: $0) }
  }

  private mutating func dayOfYear() -> ZoneFooterDay.Day? {
    if take("J") { return number(1...365).map { .julian($0) } }
    guard take("M") else { return number(0...365).map { .ordinal($0) } }
    guard let month = number(1...12), take("."), let week = number(1...5), take("."), let weekday = number(0...6)
    else { return nil }
    return .weekday(month: month, week: week, weekday: weekday)
  }

  /// `[+-]hh[:mm[:ss]]` in seconds.
  private mutating func time(hours: Int) -> Int? {
    let isNegative = take("-")
    if !isNegative { _ = take("+") }
    guard let hour = number(0...hours) else { return nil }
    var seconds = hour * 3600
    for unit in [60, 1] where take(":") {
      guard let value = number(0...59) else { return nil }
      seconds += value * unit
    }
    return isNegative ? -seconds : seconds
  }

  /// Up to three digits.
  private mutating func number(_ range: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix(while: \.isDigit)
    guard (1...3).contains(digits.count) else { return nil }
    rest = rest.dropFirst(digits.count)
    let value = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return range.contains(value) ? value : nil
  }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: mark) else { return false }
    rest = rest.dropFirst()
    return true
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}
