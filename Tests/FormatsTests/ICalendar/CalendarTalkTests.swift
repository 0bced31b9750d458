import Testing

@testable import Formats

@Suite("Programmes as calendars")
struct CalendarTalkTests {
  @Test("Speakers stand in the description, and the title is their topic")
  func labelled() throws {
    let reading = try Reading(
      Self.calendar([
        ("Slow mail", #"On waiting.\n\nSpeakers: Nadia Ferro\, Otto Lind"#), ("Coffee", ""),
        ("Fast mail", #"<p>Hurry.</p><p>Speaker: Otto Lind</p>"#),
      ]))
    #expect(reading.names == ["Nadia Ferro", "Otto Lind", "Otto Lind"])
    #expect(reading.people.map(\.topics) == [["Slow mail"], ["Slow mail"], ["Fast mail"]])
  }

  @Test("Or behind the titles, if most have some")
  func titled() throws {
    let reading = try Reading(
      Self.calendar([("Salt - a love story - Uma Das", ""), ("Fences - Nella Korn, Piet Haas", "")]))
    #expect(reading.names == ["Uma Das", "Nella Korn", "Piet Haas"])
    #expect(reading.people[0].topics == ["Salt - a love story"])
  }

  @Test("A calendar of appointments names nobody")
  func appointments() {
    #expect(throws: Problem("import.problem.noAttendees")) {
      try Reading(Self.calendar([("Dentist", "Bring: the card"), ("Shopping - milk", ""), ("Run", "")]))
    }
  }

  @Test("Somebody whom a programme names as attendee without an address speaks")
  func nomail() throws {
    let event = "BEGIN:VEVENT\r\nATTENDEE;CN=\"Nella Korn\":invalid:nomail\r\nSUMMARY:Fences\r\nEND:VEVENT\r\n"
    let reading = try Reading("BEGIN:VCALENDAR\r\n\(event)END:VCALENDAR\r\n")
    #expect(reading.names == ["Nella Korn"] && reading.people[0].topics == ["Fences"])
  }

  private static func calendar(_ events: [(title: String, description: String)]) -> String {
    let texts = events.map {
      "BEGIN:VEVENT\r\nSUMMARY:\($0.title)\r\nDESCRIPTION:\($0.description)\r\nEND:VEVENT\r\n"
    }
    return "BEGIN:VCALENDAR\r\n\(texts.joined())END:VCALENDAR\r\n"
  }
}
