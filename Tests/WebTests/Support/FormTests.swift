import Core
import Foundation
import NIOCore
import SystemZones
import TestKit
import Testing

@testable import Acts
@testable import Evening
@testable import GuestPages
@testable import HostPages
@testable import House
@testable import Records
@testable import RoomPages
@testable import Site
@testable import Web

@Suite struct FormTests {
  @Test("Fields are decoded, umlauts and line ends included")
  func decoding() {
    let form = Form(encoded: "name=M%C3%BCller+%26+S%C3%B6hne&text=a%0D%0Ab&empty=&flag&vote.1=yes&vote.2=no&t=1&t=2")
    #expect(form.text("name") == "Müller & Söhne")
    #expect(form.text("text") == "a\nb")
    #expect(form.text("empty").isEmpty && form.has("empty") && form.has("flag") && !form.has("missing"))
    #expect(form.suffixes(of: "vote.") == ["1": "yes", "2": "no"])
    #expect(form.all("t") == ["1", "2"])
    #expect(form.number("t", in: 1...9) == 2)
  }

  @Test("A field contains only what is visible: no mark in it turns or hides the text around it")
  func hiddenMarks() {
    let form = Form(encoded: "name=%E2%80%AEAnna%E2%81%A6%00%20Berg%E2%80%8D&text=a%0D%0A%E2%80%AAb%1B")
    #expect(form.text("name") == "Anna Berg\u{200D}" && form.text("text") == "a\nb")
    #expect(form.suffixes(of: "na") == ["me": "Anna Berg\u{200D}"])
  }

  @Test(
    "What is not encoded rightly stays as it is and harms nothing",
    arguments: ["%", "%zz=1", "a=%ff%fe", "=&=&&", "a==b"])
  func malformed(_ text: String) {
    _ = Form(encoded: text).text("a")
  }

  @Test("Bytes that are no text become replacement characters, and the rest stays")
  func lossy() {
    let form = Form(encoded: "a=%ff%C3%BC%&b=%4&%63=1%2&=x&d&&e==")
    #expect(form.text("a") == "\u{FFFD}ü%" && form.text("b") == "%4" && form.text("c") == "1%2")
    #expect(form.text("") == "x" && form.has("d") && form.text("e") == "=")
  }

  @Test("A form is read in time proportional to its bytes, whatever they are")
  func linear() {
    for piece in ["a=b&", "%C3%BC", "+", "%", "a%0D%0A"] {
      let text = String(repeating: piece, count: (1 << 17) / piece.utf8.count)
      let taken = processorTime { _ = Form(encoded: text).text(piece) }
      #expect(taken < .seconds(3), "\(piece): \(taken)")
    }
  }

  @Test("A form of more than a megabyte is refused, and so is one of more fields than any page has")
  func limits() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let type = "application/x-www-form-urlencoded"
      let long = ByteBuffer(repeating: UInt8(ascii: "a"), count: Form.limit + 1)
      #expect(try await host.post(Path.imports.text, type: type, body: long).status == 413)
      let many = ByteBuffer(string: String(repeating: "a=1&", count: URLEncodedForm.fieldLimit + 1))
      #expect(try await host.post(Path.imports.text, type: type, body: many).status == 400)
    }
  }

  @Test("One letter with a thousand marks on it is not short")
  func length() {
    let mark = "e" + String(repeating: "\u{0301}", count: 1000)
    #expect(mark.count == 1 && mark.length == 1001)
    #expect(mark.cut(to: 3).unicodeScalars.count == 3 && "ab".cut(to: 3) == "ab")
  }

  @Test("A path with a query keeps its meaning", arguments: ["ü & ö", "100 %", "a+b", "?=#/", "🥂"])
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
    #expect(german.dayAndClock(time) == "Donnerstag, 3. Dezember 2026, 18:30\u{A0}Uhr")
    #expect(english.dayAndClock(time) == "Thursday, 3 December 2026, 18:30")
    #expect(german.number(100_000) == "100.000")
    #expect(english.number(100_000) == "100,000")
    #expect(german.list(["A", "B", "C"]) == "A, B und C")
    #expect(english.list(["A", "B"]) == "A and B")
    #expect(german.list([]) == "")
  }
}

@Suite struct RateLimitTests {
  @Test("Tries are counted separately for each visitor, and forgotten after the window")
  func counting() throws {
    let limits = RateLimits()
    let now = Duration.zero
    for _ in 1...3 { try limits.count("a", limit: 3, seconds: 60, at: now) }
    #expect(throws: AppError.tooManyRequests) { try limits.count("a", limit: 3, seconds: 60, at: now) }
    try limits.count("b", limit: 3, seconds: 60, at: now)
    try limits.count("a", limit: 3, seconds: 60, at: now + .seconds(60))
    #expect(throws: AppError.tooManyRequests) { try limits.count("a", limit: 1, seconds: 60, at: now + .seconds(61)) }
  }

  @Test("Many others don't help somebody who has tried too often, and lose nothing by it")
  func crowd() throws {
    let limits = RateLimits()
    for _ in 1...3 { try limits.count("a", limit: 3, seconds: 900, at: .zero) }
    let taken = try processorTime {
      for number in 0..<60_000 { try limits.count("b\(number)", limit: 3, seconds: 900, at: .seconds(1)) }
    }
    #expect(throws: AppError.tooManyRequests) { try limits.count("a", limit: 3, seconds: 900, at: .seconds(2)) }
    #expect(taken < .seconds(3), "each looks at its own window alone")
    for hours in 1...3 { try limits.count("c", limit: 3, seconds: 60, at: .seconds(3601 * hours)) }
    #expect(throws: Never.self, "forgotten after the longest window") {
      try limits.count("a", limit: 1, seconds: 3600, at: .seconds(3))
    }
  }
}

@Suite struct MetricsTests {
  @Test("Counters, gauges and histograms are in Prometheus' text form")
  func text() {
    let metrics = Metrics()
    for _ in 1...2 { metrics.increment(.requests, labels: [("route", "/x\"y")]) }
    metrics.observe(.requestSeconds, seconds: 0.02)
    let gauges = [Metric.outbox.series([("state", "queued")]): 3.0, Metric.outbox.series([("state", "sent")]): 4]
    let lines = metrics.text(gauges: gauges).split(separator: "\n")
    #expect(lines.contains("# TYPE stehtisch_requests_total counter"))
    #expect(lines.contains("# HELP stehtisch_requests_total Requests by route, method and status."))
    #expect(lines.contains("stehtisch_requests_total{route=\"/x\\\"y\"} 2"))
    #expect(lines.contains("stehtisch_outbox_mails{state=\"queued\"} 3"))
    #expect(lines.count { $0 == "# TYPE stehtisch_outbox_mails gauge" } == 1)
    #expect(lines.contains("stehtisch_request_seconds_bucket{le=\"0.01\"} 0"))
    #expect(lines.contains("stehtisch_request_seconds_bucket{le=\"0.05\"} 1"))
    #expect(lines.contains("stehtisch_request_seconds_count 1"))
  }
}
