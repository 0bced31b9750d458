/// The existing zones and their former names, from the files `tzdata.zi` and `zone.tab` of the IANA time zone database.
package struct ZoneCatalogue: Sendable, Hashable {
  /// A zone and its name for people.
  package struct Place: Sendable, Hashable {
    package let zone: String
    package let city: String
  }

  /// A part of the world with its zones.
  package struct Region: Sendable, Hashable {
    /// The region's name, a key `zone.region.*`.
    package let name: Message
    /// IANA names with their cities, in the order of these.
    package let places: [Place]
  }

  /// Such as `2026c`; nil if the files don't say.
  package let version: String?
  /// The zones people may choose, unordered: one for each place that `zone.tab` lists, without old names.
  package let offered: Set<String>
  /// Other names, with the zones they stand for.
  private let links: [String: String]
  private let sorted: [Language: [Region]]

  package static let empty = ZoneCatalogue(source: "", table: "")

  /// - Parameters:
  ///   - source: the text of `tzdata.zi`: its version in the first line, links as `L Europe/Kyiv Europe/Kiev`.
  ///   - table: the text of `zone.tab`, whose third column names a zone. Without it the source's own zones are offered.
  package init(source: String, table: String) {
    let lines = source.utf8.split(separator: UInt8(ascii: "\n"))
    let fields = lines.filter { $0.first.map("LZ#".utf8.contains) ?? false }.map {
      $0.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    }
    version = fields.first.flatMap { $0.starts(with: ["#", "version"]) && $0.count == 3 ? $0[2] : nil }
    let pairs = fields.filter { $0.first == "L" && $0.count == 3 }.map { ($0[2], $0[1]) }
    links = Dictionary(pairs.filter { !Self.abbreviations.contains($0.0) }) { first, _ in first }
    let listed = table.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }.compactMap {
      $0.split(separator: "\t").dropFirst(2).first.map(String.init)
    }
    let own = fields.filter { $0.first == "Z" && $0.count > 1 }.map { $0[1] }
    let offered = Set((listed.isEmpty ? own : listed).filter(ZoneName.isPlace))
    self.offered = offered
    sorted = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, Self.regions(offered, $0)) })
  }

  /// Every offered zone once, with UTC at the end; the regions with most of our readers come first.
  package func regions(_ language: Language) -> [Region] {
    sorted[language] ?? []
  }

  /// Today's name for a zone that is stored under an old one, or that a browser reports by it: `Europe/Kyiv` for
  /// `Europe/Kiev`.
  package func current(_ name: String) -> String {
    if ZoneName.isUTC(name) { return "UTC" }
    var current = Self.places[name].flatMap { offered.contains($0) ? $0 : nil } ?? name
    // Links may lead to links; four steps are more than there have ever been.
    for _ in 0..<4 where !offered.contains(current) { current = links[current] ?? current }
    return offered.contains(current) ? current : name
  }

  private static func regions(_ zones: Set<String>, _ language: Language) -> [Region] {
    let byRegion = Dictionary(grouping: zones, by: ZoneName.region)
    let known = ZoneName.regions.compactMap { region in
      byRegion[region].map { Region(name: Message("zone.region.\(region.lowercased())"), places: sorted($0, language)) }
    }
    return known + [Region(name: Message("zone.region.other"), places: [place("UTC", language)])]
  }

  private static func sorted(_ zones: [String], _ language: Language) -> [Place] {
    zones.map { place($0, language) }.map { (SearchKey.fold($0.city), $0) }
      .sorted { ($0.0, $0.1.zone) < ($1.0, $1.1.zone) }.map(\.1)
  }

  private static func place(_ zone: String, _ language: Language) -> Place {
    Place(zone: zone, city: ZoneName.city(zone, language))
  }

  /// Names of an offset, which the database has led to one of its places since 2024b.
  private static let abbreviations: Set = [
    "CET", "CST6CDT", "EET", "EST", "EST5EDT", "HST", "MET", "MST", "MST7MDT", "PST8PDT", "WET",
  ]

  /// Old names of places whose link leads to another place with the same clocks; the database's file `backward` has
  /// these in remarks, which `tzdata.zi` omits.
  static let places = [
    "Africa/Asmera": "Africa/Asmara", "Africa/Timbuktu": "Africa/Bamako", "America/Coral_Harbour": "America/Atikokan",
    "America/Virgin": "America/St_Thomas", "Antarctica/South_Pole": "Antarctica/McMurdo",
    "Atlantic/Jan_Mayen": "Europe/Oslo", "Pacific/Ponape": "Pacific/Pohnpei", "Pacific/Truk": "Pacific/Chuuk",
    "Pacific/Yap": "Pacific/Chuuk",
  ]
}
