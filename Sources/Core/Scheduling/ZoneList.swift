import Foundation

/// The time zones to choose from, by region.
package enum ZoneList {
  package struct Region: Sendable, Equatable {
    /// The region's name, a key `zone.region.*`.
    package let name: Message
    /// IANA names, in the order of their cities.
    package let zones: [String]
  }

  /// Every zone that is known here, once; regions with most of our readers first. Names kept for old programs
  /// (`Asia/Calcutta`) are left out; `ZoneName.zone` still understands them.
  package static let regions: [Region] = {
    let current = Set(TimeZone.knownTimeZoneIdentifiers).subtracting(renamed.keys).union(renamedTo)
    let byRegion = Dictionary(grouping: current) { String($0.prefix { $0 != "/" }) }
    let known = regionNames.compactMap { region in
      byRegion[region].map { Region(name: Message("zone.region.\(region.lowercased())"), zones: sorted($0)) }
    }
    return known + [Region(name: Message("zone.region.other"), zones: ["UTC"])]
  }()

  /// The name in `regions` for a zone that a browser reports, perhaps by an old name.
  package static func current(_ identifier: String) -> String {
    renamed[identifier] ?? identifier
  }

  private static func sorted(_ zones: [String]) -> [String] {
    zones.sorted { (SearchKey.fold(ZoneName.city($0)), $0) < (SearchKey.fold(ZoneName.city($1)), $1) }
  }

  static let regionNames = [
    "Europe", "America", "Asia", "Africa", "Australia", "Pacific", "Atlantic", "Indian", "Arctic", "Antarctica",
  ]

  private static var renamedTo: [String] {
    renamed.values.filter { TimeZone(identifier: $0) != nil }
  }

  /// Old names and what replaced them, from the file `backward` of the IANA time zone database.
  private static let renamed = [
    "America/Buenos_Aires": "America/Argentina/Buenos_Aires", "America/Godthab": "America/Nuuk",
    "America/Montreal": "America/Toronto", "America/Nipigon": "America/Toronto",
    "America/Pangnirtung": "America/Iqaluit", "America/Rainy_River": "America/Winnipeg",
    "America/Santa_Isabel": "America/Tijuana", "America/Shiprock": "America/Denver",
    "America/Thunder_Bay": "America/Toronto", "America/Yellowknife": "America/Edmonton",
    "Antarctica/South_Pole": "Antarctica/McMurdo", "Asia/Calcutta": "Asia/Kolkata",
    "Asia/Choibalsan": "Asia/Ulaanbaatar", "Asia/Chongqing": "Asia/Shanghai", "Asia/Harbin": "Asia/Shanghai",
    "Asia/Kashgar": "Asia/Urumqi", "Asia/Katmandu": "Asia/Kathmandu", "Asia/Rangoon": "Asia/Yangon",
    "Asia/Saigon": "Asia/Ho_Chi_Minh", "Australia/Currie": "Australia/Hobart", "Etc/GMT": "UTC", "Etc/UTC": "UTC", "Europe/Kiev": "Europe/Kyiv",
    "Europe/Uzhgorod": "Europe/Kyiv", "Europe/Zaporozhye": "Europe/Kyiv", "GMT": "UTC",
    "Pacific/Enderbury": "Pacific/Kanton", "Pacific/Johnston": "Pacific/Honolulu", "Pacific/Ponape": "Pacific/Pohnpei",
    "Pacific/Truk": "Pacific/Chuuk",
  ]
}
