import Foundation

/// Time zones as people know them: by a city.
package enum ZoneName {
  /// The zone of an IANA name such as `Europe/Berlin`, old names included, or of `UTC`. Nil for unknown names and for
  /// abbreviations such as `CEST`, which name an offset and not a place.
  package static func zone(_ identifier: String) -> TimeZone? {
    let identifier = identifier.trimmingCharacters(in: .whitespaces)
    let region = identifier.prefix { $0 != "/" }
    guard isUTC(identifier) || (ZoneList.regionNames + ["Etc"]).contains(String(region)) else { return nil }
    return TimeZone(identifier: identifier)
  }

  /// The city of an IANA name: `Buenos Aires` of `America/Argentina/Buenos_Aires`.
  package static func city(_ identifier: String) -> String {
    (identifier.split(separator: "/").last.map(String.init) ?? identifier).replacingOccurrences(of: "_", with: " ")
  }

  /// `Berlin (UTC+1)`, with what the city's clocks differ from UTC at `instant`.
  package static func label(_ zone: TimeZone, at instant: Date) -> String {
    if isUTC(zone.identifier) { return "UTC" }
    return "\(city(zone.identifier)) (\(offset(zone.secondsFromGMT(for: instant))))"
  }

  /// `UTC`, `UTC+1`, `UTC+5:30`, `UTC−3` (with a real minus sign).
  package static func offset(_ seconds: Int) -> String {
    let minutes = abs(seconds) / 60
    if minutes == 0 { return "UTC" }
    let fraction = minutes.isMultiple(of: 60) ? "" : ":" + Digits.text(minutes % 60, 2)
    return "UTC" + (seconds < 0 ? "−" : "+") + "\(minutes / 60)" + fraction
  }

  /// Foundation calls UTC `GMT`.
  private static func isUTC(_ identifier: String) -> Bool {
    ["UTC", "GMT"].contains(identifier)
  }
}
