import Foundation

/// Time zones by the name people know them by, a city.
package enum ZoneName {
  /// The city of an IANA name in the reader's language: `Buenos Aires` of `America/Argentina/Buenos_Aires`, `Wien` of
  /// `Europe/Vienna`.
  package static func city(_ identifier: String, _ language: Language) -> String {
    if isOffset(identifier) { return offsetName(identifier) }
    let plain = spaced(identifier.utf8.split(separator: UInt8(ascii: "/")).last ?? identifier.utf8[...])
    return (language == .german ? ZoneCities.german[plain] : nil) ?? ZoneCities.spelled[plain] ?? plain
  }

  /// `Berlin (UTC+1)`, with the difference of the city's clocks from UTC at `instant`.
  package static func label(_ zone: Zone, at instant: Date, _ language: Language) -> String {
    let offset = offset(zone.offset(at: instant))
    return isOffset(zone.identifier) || isUTC(zone.identifier)
      ? offset : "\(city(zone.identifier, language)) (\(offset))"
  }

  /// `UTC`, `UTC+1`, `UTC+5:30`, `UTC−3` (with a real minus sign).
  package static func offset(_ seconds: Int) -> String {
    let minutes = abs(seconds) / 60
    if minutes == 0 { return "UTC" }
    let fraction = minutes.isMultiple(of: 60) ? "" : ":" + Digits.text(minutes % 60, 2)
    return "UTC" + (seconds < 0 ? "−" : "+") + "\(minutes / 60)" + fraction
  }

  static let regions = [
    "Europe", "America", "Asia", "Africa", "Australia", "Pacific", "Atlantic", "Indian", "Arctic", "Antarctica",
  ]

  static func region(_ name: String) -> String {
    String(name.prefix { $0 != "/" })
  }

  /// True for the form of an IANA name with a slash. No step of it is `.` or `..`, so that it can be looked up as a
  /// file.
  static func isWellFormed(_ name: String) -> Bool {
    let steps = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return name.utf8.count <= 64 && (2...3).contains(steps.count)
      && steps.allSatisfy { step in step.first.map(isLetter) ?? false && step.allSatisfy(isMark) }
  }

  static func isPlace(_ name: String) -> Bool {
    isWellFormed(name) && regions.contains(region(name))
  }

  /// True for `Etc/GMT+3`, which is three hours *behind* UTC.
  static func isOffset(_ name: String) -> Bool {
    guard name.utf8.starts(with: "Etc/GMT".utf8), isWellFormed(name) else { return false }
    return Int(name.dropFirst(7)).map { (-14...12).contains($0) } ?? false
  }

  /// Foundation and browsers call UTC by several names.
  static func isUTC(_ name: String) -> Bool {
    let names = ["UTC", "GMT", "UCT", "Zulu", "Universal", "Greenwich", "GMT0", "GMT+0", "GMT-0"]
    return names.contains(name.hasPrefix("Etc/") ? String(name.dropFirst(4)) : name)
  }

  /// A page lists some three hundred cities.
  private static func spaced(_ name: Substring.UTF8View) -> String {
    String(decoding: name.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
  }

  private static func offsetName(_ identifier: String) -> String {
    offset(-3600 * (Int(identifier.dropFirst(7)) ?? 0))
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || "_+-".utf8.contains(byte)
  }
}
