import Core
import Foundation
import SystemZones
import Testing

@testable import Web

@Suite struct FormTests {
  @Test("Fields are decoded, umlauts and line ends too")
  func decoding() {
    let form = Form(encoded: "name=M%C3%BCller+%26+S%C3%B6hne&text=a%0D%0Ab&empty=&flag&vote.1=yes&vote.2=no&t=1&t=2")
    #expect(form.text("name") == "Müller & Söhne")
    #expect(form.text("text") == "a\nb")
    #expect(form.text("empty").isEmpty && form.has("empty") && form.has("flag") && !form.has("missing"))
    #expect(form.suffixes(of: "vote.") == ["1": "yes", "2": "no"])
    #expect(form.all("t") == ["1", "2"])
    #expect(form.number("t", in: 1...9) == 2)
  }

  @Test(
    "What is not encoded rightly stays as it is and harms nothing",
    arguments: ["%", "%zz=1", "a=%ff%fe", "=&=&&", "a==b"])
  func malformed(_ text: String) {
    _ = Form(encoded: text).text("a")
  }

  @Test("A path with a query says what was meant", arguments: ["ü & ö", "100 %", "a+b", "?=#/", "🥂"])
  func queries(_ value: String) throws {
    let path = Path.people.query([("q", value), ("page", "")])
    let query = try #require(path.split(separator: "?").last)
    #expect(Form(encoded: String(query)).text("q") == value)
    #expect(!path.contains("page"))
  }
}

@Suite struct PhrasesTests {
  let strings: Strings

  init() throws { strings = try Strings.bundled() }

  @Test("Dates, numbers and lists have each language's own form")
  func forms() throws {
    let time = Date(timeIntervalSince1970: 1_796_319_000)  // 3 December 2026, 17:30 UTC
    let zone = SystemZones.standard.zones["Europe/Berlin"]
    let german = Phrases(strings, .german, zone: zone)
    let english = Phrases(strings, .english, zone: zone)
    #expect(german.dayAndClock(time) == "Donnerstag, 3. Dezember 2026, 18:30 Uhr")
    #expect(english.dayAndClock(time) == "Thursday, 3 December 2026, 18:30")
    #expect(german.number(100_000) == "100.000")
    #expect(english.number(100_000) == "100,000")
    #expect(german.list(["A", "B", "C"]) == "A, B und C")
    #expect(english.list(["A", "B"]) == "A and B")
    #expect(german.list([]) == "")
  }
}

@Suite struct RateLimitTests {
  @Test("Tries are counted apart for each visitor, and forgotten after the window")
  func counting() throws {
    let limits = RateLimits()
    let now = Date(timeIntervalSince1970: 0)
    for _ in 1...3 { try limits.count("a", limit: 3, seconds: 60, at: now) }
    #expect(throws: AppError.tooManyRequests) { try limits.count("a", limit: 3, seconds: 60, at: now) }
    try limits.count("b", limit: 3, seconds: 60, at: now)
    try limits.count("a", limit: 3, seconds: 60, at: now.addingTimeInterval(60))
    #expect(limits.isExhausted("a", limit: 1, seconds: 60, at: now.addingTimeInterval(61)))
    #expect(!limits.isExhausted("c", limit: 1, seconds: 60, at: now))
  }
}

@Suite struct MetricsTests {
  @Test("Counters, gauges and histograms stand in Prometheus' text form")
  func text() {
    let metrics = Metrics()
    metrics.increment("a_total", labels: [("route", "/x\"y")])
    metrics.increment("a_total", labels: [("route", "/x\"y")])
    metrics.observe("b_seconds", seconds: 0.02)
    let lines = metrics.text(gauges: ["c": 3]).split(separator: "\n")
    #expect(lines.contains("# TYPE a_total counter"))
    #expect(lines.contains("a_total{route=\"/x\\\"y\"} 2"))
    #expect(lines.contains("c 3"))
    #expect(lines.contains("b_seconds_bucket{le=\"0.01\"} 0"))
    #expect(lines.contains("b_seconds_bucket{le=\"0.05\"} 1"))
    #expect(lines.contains("b_seconds_count 1"))
  }
}
