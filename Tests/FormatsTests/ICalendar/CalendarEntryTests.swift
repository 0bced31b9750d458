import Foundation
import Testing

@testable import Formats

@Suite("A calendar entry")
struct CalendarEntryTests {
  @Test("Each kind of entry keeps the rules of RFC 5546", arguments: CalendarEntry.Method.allCases)
  func isValid(method: CalendarEntry.Method) throws {
    let text = try CalendarEntry.sample(method).text()
    #expect(ParsedEntry(text)?.isValid == true)
    #expect(!text.contains("X-LIC-ERROR"))
    #expect(text.contains("METHOD:\(method.rawValue)\r\n"))
  }

  @Test("What is written is read back")
  func roundTrips() throws {
    let entry = CalendarEntry.sample()
    let parsed = try #require(ParsedEntry(try entry.text()))
    #expect(parsed.summary == entry.summary)
    #expect(parsed.description == entry.description.replacing("\r\n", with: "\n"))
    #expect(parsed.attendees == ["mailto:zofie@example.net"])
  }

  @Test("Lines end in CRLF, have at most 75 octets and never break a character")
  func folds() throws {
    let bytes = Array(try CalendarEntry.sample().text().utf8)
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    #expect(lines.allSatisfy { $0.last == UInt8(ascii: "\r") && $0.count <= 76 })
    #expect(lines.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
  }

  @Test("A name, a text or a uid cannot begin a property of its own")
  func refusesInjection() throws {
    var entry = CalendarEntry.sample()
    let attack = "x\r\nATTENDEE:mailto:eve@example.com\u{2028}ATTENDEE:mailto:eve@example.com\u{0}\u{85}y"
    entry.summary = attack
    entry.description = attack
    entry.location = attack
    entry.uid = attack
    entry.organiser.name = attack
    entry.attendee?.name = attack
    entry.language = "de:\r\nATTENDEE"
    let parsed = try #require(ParsedEntry(try entry.text()))
    #expect(parsed.isValid)
    #expect(parsed.attendees == ["mailto:zofie@example.net"])
  }

  @Test(
    "Names with marks of the format are read back as they were", arguments: ["Müller, Jörg; IT: x", "O'Hara", "王 小明"])
  func keepsNames(name: String) throws {
    var entry = CalendarEntry.sample()
    entry.organiser.name = name
    let unfolded = try entry.text().replacing("\r\n ", with: "")
    #expect(unfolded.contains("CN=\"\(name)\":") || unfolded.contains("CN=\(name):"))
  }

  @Test("A request asks for an answer, unless it was given")
  func asks() throws {
    var entry = CalendarEntry.sample()
    let asked = try entry.text().replacing("\r\n ", with: "")
    #expect(asked.contains("ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE"))
    entry.attendeeHasAccepted = true
    #expect(try entry.text().replacing("\r\n ", with: "").contains("PARTSTAT=ACCEPTED"))
  }

  @Test("A cancellation says so and has no alarm")
  func cancels() throws {
    let text = try CalendarEntry.sample(.cancel).text()
    #expect(text.contains("STATUS:CANCELLED"))
    #expect(!text.contains("VALARM"))
  }

  @Test("A file to download names no attendee")
  func publishes() throws {
    #expect(try ParsedEntry(CalendarEntry.sample(.publish).text())?.attendees == [])
  }

  @Test("Nothing in an entry reveals which program made it")
  func advertisesNothing() throws {
    let text = try CalendarEntry.sample().text().lowercased()
    for word in ["stehtisch", "libical", "citadel", "freeassociation", "x-lic"] { #expect(!text.contains(word)) }
  }

  @Test("Anything that can't be written is named")
  func names() {
    for name in ["x\r\nATTENDEE:mailto:eve@example.com", "../etc/passwd"] {
      expect("calendar.problem.unknownZone", value: name) {
        $0.zone = CalendarZone(name, since: 0, offset: 0, isDaylight: false, changes: [])
      }
    }
    expect("calendar.problem.badAddress", value: "a@b\r\nX:1") { $0.attendee?.address = "a@b\r\nX:1" }
    expect("calendar.problem.badAddress", value: "nobody") { $0.organiser.address = "nobody" }
    expect("calendar.problem.badLink", value: "javascript:x") { $0.url = "javascript:x" }
    expect("calendar.problem.badLength", value: "0") { $0.minutes = 0 }
    expect("calendar.problem.noAttendee") { $0.attendee = nil }
    expect("calendar.problem.noUID") { $0.uid = " " }
  }

  @Test("Many entries can be written at once")
  func isThreadSafe() async throws {
    let expected = try CalendarEntry.sample().text()
    try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<200 { group.addTask { try CalendarEntry.sample().text() } }
      for try await text in group { #expect(text == expected) }
    }
  }

  private func expect(_ key: String, value: String? = nil, change: (inout CalendarEntry) -> Void) {
    var entry = CalendarEntry.sample()
    change(&entry)
    let problem = #expect(throws: Problem.self) { try entry.text() }
    #expect(problem?.key == key)
    #expect(problem?.arguments["value"] == value)
  }
}
