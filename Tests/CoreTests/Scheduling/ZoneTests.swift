import Foundation
import Testing

@testable import Core

@Suite("Time zones to choose from")
struct ZoneTests {
  @Test("Each is there once, is known, and has no old name")
  func list() {
    let zones = ZoneList.regions.flatMap(\.zones)
    #expect(zones.count > 400)
    #expect(Set(zones).count == zones.count)
    #expect(zones.allSatisfy { ZoneName.zone($0) != nil && ZoneList.current($0) == $0 })
    #expect(zones.contains("Asia/Kolkata") && zones.contains("Europe/Kyiv") && zones.contains("UTC"))
    #expect(!zones.contains("Asia/Calcutta") && !zones.contains("GMT"))
  }

  @Test("Europe comes first, cities in their order")
  func order() throws {
    let europe = try #require(ZoneList.regions.first)
    #expect(europe.name == Message("zone.region.europe"))
    #expect(europe.zones.first == "Europe/Amsterdam")
    #expect(europe.zones == europe.zones.sorted())
    #expect(ZoneList.regions.last?.zones == ["UTC"])
  }

  @Test(
    "What a zone is stored as is understood again; what is no place is not",
    arguments: [
      ("UTC", true), ("Etc/UTC", true), ("Asia/Calcutta", true), ("CET", false), ("Europe", false), ("", false),
      ("posix/Europe/Berlin", false), ("Europe/../Europe/Nowhere", false),
    ])
  func stored(_ name: String, _ isKnown: Bool) {
    let zone = ZoneName.zone(name)
    #expect((zone != nil) == isKnown)
    if let zone { #expect(ZoneName.zone(zone.identifier) == zone) }
  }

  @Test("A browser's old name becomes the current one")
  func oldNames() {
    #expect(ZoneList.current("Asia/Calcutta") == "Asia/Kolkata")
    #expect(ZoneList.current("Europe/Berlin") == "Europe/Berlin")
  }

  @Test(
    "A zone is shown by its city and what it differs from UTC that day",
    arguments: [
      ("Europe/Berlin", "2026-12-03", "Berlin (UTC+1)"), ("Europe/Berlin", "2026-07-03", "Berlin (UTC+2)"),
      ("Asia/Kolkata", "2026-07-03", "Kolkata (UTC+5:30)"), ("America/St_Johns", "2026-12-03", "St Johns (UTC−3:30)"),
      ("America/Argentina/Buenos_Aires", "2026-12-03", "Buenos Aires (UTC−3)"), ("UTC", "2026-12-03", "UTC"),
      ("Europe/London", "2026-12-03", "London (UTC)"),
    ])
  func labels(_ zone: String, _ date: String, _ expected: String) throws {
    let noon = try LocalTime(date: date, time: "12:00", zone: zone)
    #expect(ZoneName.label(noon.zone, at: noon.instant) == expected)
  }
}
