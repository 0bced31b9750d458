import Testing

@testable import Core

@Suite("Days of the calendar")
struct LocalDayTests {
  @Test("Every day of more than a hundred years follows the one before")
  func consecutive() throws {
    let first = try #require(LocalDay("1996-01-01"))
    let last = try #require(LocalDay("2104-12-31"))
    var previous = LocalDay(daysSince1970: first.daysSince1970 - 1)
    for number in first.daysSince1970...last.daysSince1970 {
      let day = LocalDay(daysSince1970: number)
      if day.daysSince1970 != number || LocalDay(day.text) != day || !(previous < day) { Issue.record("\(day)") }
      previous = day
    }
    #expect(previous == last)
  }

  @Test("1 January 1970 is day 0, and leap years are the Gregorian ones")
  func anchors() {
    #expect(LocalDay("1970-01-01")?.daysSince1970 == 0)
    #expect(LocalDay("1900-01-01")?.daysSince1970 == -25_567)
    #expect(LocalDay("1899-12-31") == nil)
    #expect(LocalDay("2000-02-29") != nil)
    #expect(LocalDay("2100-02-29") == nil)
    #expect(LocalDay("2026-04-31") == nil)
  }
}
