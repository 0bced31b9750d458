import Foundation
import Names

/// A country, and what it tells us about its people: their waking hours and the languages they can talk in.
package struct Country: Sendable {
  /// ISO 3166-1.
  package let code: String
  /// The name of the zone in which most of its people live; nil when it isn't known here.
  let zone: String?
  /// The languages professionals there are taken to speak: English, and what is spoken at home.
  let tongues: Set<Tongue>

  /// The hours, in the person's own day, at which an invitation is no imposition.
  private static let awake = 16..<45

  /// By its name as people write it, or its code in capitals; nil for anything else.
  package init?(named text: String) {
    guard let code = CountryNames.code(of: text) else { return nil }
    self.code = code
    zone = Self.zones[code]
    tongues = Self.homes.first { $0.codes.contains(code) }.map { [.english, $0.tongue] } ?? Self.rest(code)
  }

  /// One bit per half hour in UTC at which its people are awake on a day.
  func hours(on date: Date, in zones: Zones) -> UInt64 {
    guard let zone = zone.flatMap(zones.zone) else { return .max }
    let offset = zone.offset(at: date) / 1800
    return Self.awake.reduce(0) { $0 | 1 << UInt64((($1 - offset) % 48 + 48) % 48) }
  }

  private static func rest(_ code: String) -> Set<Tongue> {
    ["CH", "LU", "BE"].contains(code) ? [.english, .german, .french] : [.english, .other]
  }

  private static let homes: [(tongue: Tongue, codes: Set<String>)] = [
    (.german, ["DE", "AT", "LI"]), (.french, ["FR", "MC", "SN", "CI", "MA", "TN", "DZ"]), (.italian, ["IT", "SM"]),
    (.spanish, ["ES", "MX", "AR", "CL", "CO", "PE", "UY", "EC", "BO", "PY", "CR", "GT", "CU", "VE"]),
    (.portuguese, ["PT", "BR", "AO", "MZ"]), (.dutch, ["NL", "SR"]), (.polish, ["PL"]),
  ]

  private static let zones: [String: String] = [
    "DE": "Europe/Berlin", "AT": "Europe/Vienna", "CH": "Europe/Zurich", "LI": "Europe/Vaduz", "FR": "Europe/Paris",
    "IT": "Europe/Rome", "ES": "Europe/Madrid", "PT": "Europe/Lisbon", "NL": "Europe/Amsterdam",
    "BE": "Europe/Brussels",
    "LU": "Europe/Luxembourg", "PL": "Europe/Warsaw", "CZ": "Europe/Prague", "SK": "Europe/Bratislava",
    "HU": "Europe/Budapest", "SI": "Europe/Ljubljana", "HR": "Europe/Zagreb", "RS": "Europe/Belgrade",
    "DK": "Europe/Copenhagen", "NO": "Europe/Oslo", "SE": "Europe/Stockholm", "FI": "Europe/Helsinki",
    "EE": "Europe/Tallinn", "LV": "Europe/Riga", "LT": "Europe/Vilnius", "IE": "Europe/Dublin", "GB": "Europe/London",
    "IS": "Atlantic/Reykjavik", "GR": "Europe/Athens", "BG": "Europe/Sofia", "RO": "Europe/Bucharest",
    "UA": "Europe/Kyiv", "TR": "Europe/Istanbul", "IL": "Asia/Jerusalem", "EG": "Africa/Cairo",
    "MA": "Africa/Casablanca", "TN": "Africa/Tunis", "NG": "Africa/Lagos", "KE": "Africa/Nairobi",
    "ZA": "Africa/Johannesburg", "GH": "Africa/Accra", "AE": "Asia/Dubai", "SA": "Asia/Riyadh", "IN": "Asia/Kolkata",
    "PK": "Asia/Karachi", "BD": "Asia/Dhaka", "SG": "Asia/Singapore", "MY": "Asia/Kuala_Lumpur", "TH": "Asia/Bangkok",
    "VN": "Asia/Ho_Chi_Minh", "ID": "Asia/Jakarta", "PH": "Asia/Manila", "CN": "Asia/Shanghai", "HK": "Asia/Hong_Kong",
    "TW": "Asia/Taipei", "KR": "Asia/Seoul", "JP": "Asia/Tokyo", "AU": "Australia/Sydney", "NZ": "Pacific/Auckland",
    "US": "America/New_York", "CA": "America/Toronto", "MX": "America/Mexico_City", "BR": "America/Sao_Paulo",
    "AR": "America/Argentina/Buenos_Aires", "CL": "America/Santiago", "CO": "America/Bogota", "PE": "America/Lima",
    "UY": "America/Montevideo",
  ]
}
