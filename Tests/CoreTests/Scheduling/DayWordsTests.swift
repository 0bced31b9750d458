import Foundation
import Testing

@testable import Core

@Suite struct DayWordsTests {
  @Test("Days and numbers read as Foundation's formatters write them", arguments: Language.allCases)
  func asFoundation(language: Language) {
    let locale = Locale(identifier: language == .german ? "de_DE" : "en_GB")
    let style = Date.FormatStyle(locale: locale, timeZone: .gmt)
    let words = DayWords(language)
    for number in stride(from: 0, to: 800, by: 1) {
      let time = Date(timeIntervalSince1970: 1_700_000_000 + Double(number) * 86_400)
      let local = LocalTime(time, in: .utc)
      let day = local.day
      #expect(words.day(day) == time.formatted(style.weekday(.wide).day().month(.wide).year()))
      #expect(words.dayWithoutYear(day) == time.formatted(style.weekday(.wide).day().month(.wide)))
      #expect(words.date(day) == time.formatted(style.day().month(.abbreviated).year()))
      #expect(words.weekday(day) == time.formatted(style.weekday(.abbreviated)))
      #expect(words.month(day) == time.formatted(style.month(.abbreviated)))
    }
    for number in [0, 7, 999, 1000, 12_345, 123_456, 1_234_567, -5, -1234, Int.max, Int.min] {
      #expect(words.number(number) == number.formatted(.number.locale(locale)))
    }
  }

  /// An example that `Tests/JavaScript/dates.test.js` checks in the script too.
  private struct Example: Decodable {
    let time: Date
    let zone: String
    let language: Language
    /// By their names in `js/dates.js`.
    let texts: [String: String]
  }

  @Test("Pages word days and times as the script does")
  func asScript() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../dates.json")
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    let examples = try decoder.decode([Example].self, from: Data(contentsOf: file))
    #expect(examples.count > 20)
    for example in examples {
      let (local, words) = (LocalTime(example.time, in: Zones.system[example.zone]), DayWords(example.language))
      let texts = [
        "day": words.shortDay(local.day), "date": words.day(local.day), "plain": words.dayWithoutYear(local.day),
        "weekday": words.weekday(local.day), "number": String(local.day.day), "month": words.month(local.day),
        "time": local.clockText, "spoken": words.spoken(local),
      ]
      #expect(texts == example.texts, "\(example)")
    }
  }

  @Test("A time for machines reads as in ISO 8601, even before 1970")
  func machines() {
    for seconds in [0, 1, -1, 86_399, 86_400, -86_401, 1_795_442_467.9, 951_782_400] {
      let time = Date(timeIntervalSince1970: seconds)
      #expect(LocalTime.machineText(time) == time.formatted(.iso8601))
      #expect(LocalTime.instant(ofMachineText: LocalTime.machineText(time)) == Date(wholeSeconds: time.wholeSeconds))
    }
  }

  @Test("Days are counted across the ends of months and years")
  func between() throws {
    let day = try #require(LocalDay("2026-12-30"))
    #expect(day.days(until: try #require(LocalDay("2027-01-02"))) == 3)
    #expect(day.days(until: try #require(LocalDay("2026-12-29"))) == -1)
  }

  @Test(
    "Blank is what leaves nothing of a line",
    arguments: ["", " ", "\r\n\t", "\u{A0}\u{2003}", "\u{0}\u{7F}", "a", " ß ", "\u{200B}", "👍"])
  func blank(text: String) {
    #expect(Prose.isBlank(text) == (Prose.line(text) == nil))
  }

  @Test(
    "A text that is no instant in UTC is none",
    arguments: [
      "", "2026-12-03", "2026-12-03T18:30:00", "2026-12-03T24:00:00Z", "2026-12-03T18:60:00Z", "2026-02-30T18:30:00Z",
      "2026-12-03T+8:30:00Z", "2026-12-03T18:30:00ZZ", "2026-12-03T18:30Z", "x", "T::Z",
    ])
  func noInstant(text: String) {
    #expect(LocalTime.instant(ofMachineText: text) == nil)
  }
}
