import Foundation
import Testing

@testable import Core

@Suite("Time zones to choose from")
struct ZoneCatalogueTests {
  let catalogue = Zones.system.catalogue

  @Test("Each is listed once, is known, and has no old name")
  func list() {
    let zones = catalogue.regions(.english).flatMap(\.places).map(\.zone)
    #expect(zones.count > 400)
    #expect(Set(zones).count == zones.count)
    #expect(zones.allSatisfy { Zones.system.zone($0)?.identifier == $0 && catalogue.current($0) == $0 })
    #expect(zones.contains("Asia/Kolkata") && zones.contains("Europe/Kyiv") && zones.contains("UTC"))
    #expect(!zones.contains("Asia/Calcutta") && !zones.contains("Europe/Kiev") && !zones.contains("GMT"))
    #expect(Set(catalogue.regions(.german).flatMap(\.places).map(\.zone)) == Set(zones))
  }

  @Test("Europe comes first, cities in the alphabetical order of the reader's language", arguments: Language.allCases)
  func order(_ language: Language) throws {
    let europe = try #require(catalogue.regions(language).first)
    #expect(europe.name == Message("zone.region.europe"))
    #expect(europe.places.first?.zone == "Europe/Amsterdam")
    let cities = europe.places.map { SearchKey.fold(ZoneName.city($0.zone, language)) }
    #expect(cities == cities.sorted() && Set(cities).count == cities.count)
    #expect(catalogue.regions(language).last?.places.map(\.zone) == ["UTC"])
  }

  @Test(
    "What a zone is stored as is understood again; what is no place is not",
    arguments: [
      ("UTC", true), ("Etc/UTC", true), ("Asia/Calcutta", true), ("US/Pacific", true), ("Etc/GMT+3", true),
      (" Europe/Berlin ", true), ("CET", false), ("Europe", false), ("", false), ("posix/Europe/Berlin", false),
      ("right/Europe/Berlin", false), ("Singapore", true), ("NZ-CHAT", true), ("EST5EDT", false), ("Factory", false),
      ("localtime", false), ("tzdata.zi", false), ("Europe/../Europe/Berlin", false), ("Europe/Berlin\0", false),
      ("Europe/", false), ("/Europe/Berlin", false), ("Europe/Nowhere", false), ("Etc/GMT+99", false),
    ])
  func stored(_ name: String, _ isKnown: Bool) {
    let zone = Zones.system.zone(name)
    #expect((zone != nil) == isKnown)
    if let zone { #expect(Zones.system.zone(zone.identifier) == zone) }
  }

  /// The names by which ICU, and therefore Chromium, knows zones that the database calls differently.
  static let reported = [
    "Africa/Asmera": "Africa/Asmara", "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
    "America/Catamarca": "America/Argentina/Catamarca", "America/Coral_Harbour": "America/Atikokan",
    "America/Cordoba": "America/Argentina/Cordoba", "America/Godthab": "America/Nuuk",
    "America/Indianapolis": "America/Indiana/Indianapolis", "America/Jujuy": "America/Argentina/Jujuy",
    "America/Louisville": "America/Kentucky/Louisville", "America/Mendoza": "America/Argentina/Mendoza",
    "Asia/Calcutta": "Asia/Kolkata", "Asia/Katmandu": "Asia/Kathmandu", "Asia/Rangoon": "Asia/Yangon",
    "Asia/Saigon": "Asia/Ho_Chi_Minh", "Atlantic/Faeroe": "Atlantic/Faroe", "Europe/Kiev": "Europe/Kyiv",
    "Pacific/Enderbury": "Pacific/Kanton", "Pacific/Ponape": "Pacific/Pohnpei", "Pacific/Truk": "Pacific/Chuuk",
    "Europe/Uzhgorod": "Europe/Kyiv", "America/Fort_Wayne": "America/Indiana/Indianapolis",
    "US/Indiana-Starke": "America/Indiana/Knox", "Antarctica/South_Pole": "Antarctica/McMurdo", "Japan": "Asia/Tokyo",
    "Israel": "Asia/Jerusalem", "GB": "Europe/London", "Singapore": "Asia/Singapore",
  ]

  @Test("A browser's old name becomes the current one", arguments: reported.sorted { $0.key < $1.key })
  func oldNames(_ old: String, _ new: String) {
    #expect(catalogue.current(old) == new)
    #expect(Zones.system.zone(old) == Zones.system.zone(new) && catalogue.offered.contains(new))
  }

  @Test("No old name is offered beside the new one: each link of the database leads to an offered one")
  func links() {
    for (old, new) in ZoneCatalogue.places { #expect(catalogue.current(old) == new) }
    #expect(catalogue.current("Europe/Berlin") == "Europe/Berlin")
    #expect(catalogue.current("Europe/Nowhere") == "Europe/Nowhere")
  }

  @Test("An abbreviation is no place, also where the database leads it to one")
  func abbreviations() {
    let linked = ZoneCatalogue(source: "# version 2026a\nL Europe/Brussels CET\nZ Europe/Brussels 1 - X\n", table: "")
    #expect(linked.current("CET") == "CET")
  }

  @Test("Links in a circle lead nowhere, and invalid lines are skipped")
  func hostile() {
    let source =
      "# version 2026z\nL Asia/A Asia/B\nL Asia/B Asia/A\nL Europe/X\nL\nZ Europe/Good 1 - X\nZ ../x 1\n\u{0}"
    let odd = ZoneCatalogue(source: source, table: "")
    #expect(odd.version == "2026z" && odd.offered == ["Europe/Good"])
    #expect(odd.current("Asia/A") == "Asia/A")
    #expect(ZoneCatalogue(source: "", table: "DE\t+5230+01322\tEurope/Berlin\nDE\n\t\t\t").offered == ["Europe/Berlin"])
  }

  @Test(
    "A zone is shown by its city in the reader's language, and what it differs from UTC that day",
    arguments: [
      ("Europe/Berlin", "2026-12-03", "Berlin (UTC+1)", "Berlin (UTC+1)"),
      ("Europe/Berlin", "2026-07-03", "Berlin (UTC+2)", "Berlin (UTC+2)"),
      ("Europe/Vienna", "2026-12-03", "Wien (UTC+1)", "Vienna (UTC+1)"),
      ("Europe/Rome", "2026-12-03", "Rom (UTC+1)", "Rome (UTC+1)"),
      ("Asia/Kolkata", "2026-07-03", "Kalkutta (UTC+5:30)", "Kolkata (UTC+5:30)"),
      ("America/St_Johns", "2026-12-03", "St. John’s (UTC−3:30)", "St John’s (UTC−3:30)"),
      ("America/Argentina/Buenos_Aires", "2026-12-03", "Buenos Aires (UTC−3)", "Buenos Aires (UTC−3)"),
      ("UTC", "2026-12-03", "UTC", "UTC"), ("Etc/GMT+3", "2026-12-03", "UTC−3", "UTC−3"),
      ("Europe/London", "2026-12-03", "London (UTC)", "London (UTC)"),
    ])
  func labels(_ zone: String, _ date: String, _ german: String, _ english: String) throws {
    let noon = try LocalTime(date: date, time: "12:00", zone: zone, in: .system)
    #expect(ZoneName.label(noon.zone, at: noon.instant, .german) == german)
    #expect(ZoneName.label(noon.zone, at: noon.instant, .english) == english)
  }

  @Test("Each city with another spelling belongs to an offered zone")
  func cities() {
    let known: Set<String> = Set(
      catalogue.offered.map { String($0.split(separator: "/").last ?? "").replacing("_", with: " ") })
    for name in ZoneCities.german.keys { #expect(known.contains(name), "\(name)") }
    for name in ZoneCities.spelled.keys { #expect(known.contains(name), "\(name)") }
  }
}
