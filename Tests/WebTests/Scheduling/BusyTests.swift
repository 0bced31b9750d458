import Core
import Fetching
import Foundation
import Testing

@testable import Acts
@testable import GuestPages
@testable import HostPages
@testable import House
@testable import Records

/// The host's own calendar under the slots of a poll.
@Suite struct BusyTests {
  /// Returns what it is told to, and counts the requests.
  private final class Calendars: FileFetching, @unchecked Sendable {
    private let lock = NSLock()
    private var answer: Result<String, FetchFailure>
    private var asked: [String] = []
    private var requests: [FetchRequest] = []
    /// What a question by REPORT gets; nil for what everything gets.
    private var report: Result<String, FetchFailure>?

    init(_ text: String) { answer = .success(text) }

    func say(_ answer: Result<String, FetchFailure>) { lock.withLock { self.answer = answer } }

    func say(toReport answer: Result<String, FetchFailure>?) { lock.withLock { report = answer } }

    var heard: [FetchRequest] { lock.withLock { requests } }

    var count: Int { lock.withLock { asked.count } }

    func file(at address: String, by request: FetchRequest) throws(FetchFailure) -> FetchedFile {
      let answer = lock.withLock {
        asked.append(address)
        requests.append(request)
        return request.method == nil ? self.answer : report ?? self.answer
      }
      return FetchedFile(address: address, content: Data(try answer.get().utf8))
    }
  }

  private static let address = "https://calendar.example.net/private-4711/basic.ics"

  /// Busy in the first half hour of the first slot.
  private static func calendar(_ slot: Date) -> String {
    let (start, end) = span(slot)
    return """
      BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:\(start)\r\nDTEND:\(end)\r\n\
      SUMMARY:Zahnarzt\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n
      """
  }

  /// The same as a server works it out.
  private static func workedOut(_ slot: Date) -> String {
    let (start, end) = span(slot)
    return """
      BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VFREEBUSY\r\nFREEBUSY:\(start)/\(end)\r\nEND:VFREEBUSY\r\n\
      END:VCALENDAR\r\n
      """
  }

  private static func span(_ slot: Date) -> (start: String, end: String) {
    let format = DateFormatter()
    (format.dateFormat, format.timeZone) = ("yyyyMMdd'T'HHmmss'Z'", TimeZone(secondsFromGMT: 0))
    format.locale = Locale(identifier: "en_US_POSIX")
    return (format.string(from: slot), format.string(from: slot.addingTimeInterval(1800)))
  }

  private static func site() async throws -> (site: TestSite, table: SetTable, calendars: Calendars) {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.accepted, .invited], slots: [5, 6])
    let calendars = Calendars(calendar(site.now.addingTimeInterval(5 * 86_400)))
    _ = site.services.fixtures.one { CalendarFetching(calendars) }
    return (site, table, calendars)
  }

  @Test("Under the poll's slots the host sees when they are busy, but not with what; guests see none of it")
  func shown() async throws {
    let (site, table, _) = try await Self.site()
    try await site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await !host.get(.date(table.party)).contains("Ihr Kalender"))
      let saved = try await host.post(
        .busyCalendar, [("calendar", Self.address.replacing("https:", with: "webcal:"))])
      #expect(saved.status == 303)
      let page = try await host.get(.date(table.party))
      #expect(page.contains("Ihr Kalender") && page.contains("belegt") && page.contains("frei"))
      #expect(!page.contains("Zahnarzt"))
      #expect(try await host.reading("en").get(.date(table.party)).contains("Your calendar"))
      let settings = try await host.get(.settings)
      #expect(settings.contains("Verbunden mit calendar.example.net.") && !settings.contains("private-4711"))
      for index in 0...1 {
        let guest = try await browser.get(.personal(table.token(index)))
        #expect(!guest.contains("belegt") && !guest.contains("Kalender von"))
      }
      _ = try await host.post(.busyCalendar, [("removed", "1")])
      #expect(try await !host.get(.date(table.party)).contains("Ihr Kalender"))
    }
  }

  @Test("A calendar with a password is asked for the times alone; the password is sealed, and no page shows it again")
  func login() async throws {
    let (site, table, calendars) = try await Self.site()
    let word = "Hund Katze Maus!"
    let slot = site.now.addingTimeInterval(5 * 86_400)
    calendars.say(toReport: .success(Self.workedOut(slot)))
    calendars.say(.failure(.refused(405)))
    try await site.run { browser in
      let host = try await browser.signedIn()
      let fields = [("calendar", Self.address), ("calendarUser", "miriam"), ("calendarPassword", word)]
      #expect(try await host.post(.busyCalendar, fields).status == 303)
      let asked = try #require(calendars.heard.last)
      #expect(asked.method == "REPORT" && asked.login == FetchRequest.Login(user: "miriam", password: word))
      #expect(asked.headers.contains("Depth: 1"))
      #expect(String(decoding: asked.content, as: UTF8.self).contains("free-busy-query"))
      #expect(try await host.get(.date(table.party)).contains("belegt"))
      let settings = try await host.get(.settings)
      #expect(settings.contains("Angemeldet als miriam.") && !settings.contains(word))
      let stored = try await site.services.database.read { connection in
        try connection.rows("SELECT password FROM busy_source") { try $0.get("password", as: String.self) }
      }[0]
      #expect(stored.count > 40 && !stored.contains(word))
    }
  }

  @Test(
    "A server that does not know the question gives its calendar; one that refuses the login is named, and asked once")
  func fallback() async throws {
    let (site, table, calendars) = try await Self.site()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let fields = [("calendar", Self.address), ("calendarUser", "miriam"), ("calendarPassword", "x")]
      for answer: Result<String, FetchFailure> in [.failure(.refused(405)), .success("<html>")] {
        calendars.say(toReport: answer)
        _ = try await host.post(.busyCalendar, fields)
        #expect(calendars.heard.last?.method == nil && calendars.heard.last?.login?.user == "miriam")
        #expect(try await host.get(.date(table.party)).contains("belegt"))
      }
      calendars.say(toReport: .failure(.refused(401)))
      let before = calendars.count
      _ = try await host.post(.busyCalendar, fields)
      #expect(calendars.count == before + 1)
      #expect(try await host.get(.settings).contains("nimmt Benutzername und Passwort nicht an"))
      try await site.services.database.write { try $0.execute("UPDATE busy_source SET password = 'AAAA'") }
      site.advance(seconds: 16 * 60)
      try await BusyLook(services: site.services).look()
      #expect(try await host.get(.settings).contains("lässt sich nicht mehr lesen"))
      #expect(calendars.count == before + 1)
    }
  }

  @Test(
    "Half a login, or one that could not be sent, is refused beside its field; the name stays typed, the password does not",
    arguments: [
      ("miriam", "", "calendarPassword"), ("", "geheim", "calendarUser"), ("mi:riam", "geheim", "calendarUser"),
      ("miriam", "ge\nheim", "calendarPassword"), ("miriam", String(repeating: "a", count: 201), "calendarPassword"),
    ])
  func strangeLogin(user: String, password: String, field: String) async throws {
    let (site, _, calendars) = try await Self.site()
    try await site.run { browser in
      let page = try await browser.signedIn().post(
        .busyCalendar, [("calendar", Self.address), ("calendarUser", user), ("calendarPassword", password)])
      #expect(page.status == 422 && page.contains("id=\"\(field)-error\""))
      #expect(page.contains("value=\"\(user)\"") && (password.isEmpty || !page.contains("value=\"\(password)")))
      #expect(calendars.count == 0)
    }
  }

  @Test("What a former login was told changes nothing about the login named meanwhile")
  func meanwhile() async throws {
    let (site, _, _) = try await Self.site()
    try await site.run { browser in
      let host = try await browser.signedIn()
      func save(_ password: String) async throws -> BusyStore.Source? {
        _ = try await host.post(
          .busyCalendar, [("calendar", Self.address), ("calendarUser", "miriam"), ("calendarPassword", password)])
        return try await site.services.database.read { try BusyStore(connection: $0).source(of: site.host.id) }
      }
      let former = try #require(try await save("alt"))
      _ = try await save("neu")
      try await site.services.database.write { [now = site.now] connection in
        let store = BusyStore(connection: connection)
        try store.fail("wrongLogin", of: former, at: now)
        try store.store([], from: former, at: now)
      }
      let source = try await site.services.database.read { try BusyStore(connection: $0).source(of: site.host.id) }
      #expect(source?.problem == "")
      #expect(try await site.services.database.read { try $0.count("SELECT count(*) AS n FROM busy_time") } == 1)
    }
  }

  @Test("A calendar is asked at most every fifteen minutes, only while guests choose a date, and never by a page")
  func seldom() async throws {
    let (site, table, calendars) = try await Self.site()
    let look = BusyLook(services: site.services)
    try await site.run { browser in
      let host = try await browser.signedIn()
      _ = try await host.post(.busyCalendar, [("calendar", Self.address)])
      #expect(calendars.count == 1)
      for _ in 0..<3 {
        _ = try await host.get(.date(table.party))
        try await look.look()
      }
      #expect(calendars.count == 1)
      site.advance(seconds: 15 * 60)
      for _ in 0..<3 { try await look.look() }
      #expect(calendars.count == 2)
      try await site.services.database.write { try $0.execute("UPDATE party SET state = 'cancelled'") }
      site.advance(seconds: 3600)
      try await look.look()
      #expect(calendars.count == 2)
    }
  }

  @Test("The reason why a calendar can't be read is explained, and earlier readings stay")
  func failing() async throws {
    let (site, table, calendars) = try await Self.site()
    let look = BusyLook(services: site.services)
    try await site.run { browser in
      let host = try await browser.signedIn()
      _ = try await host.post(.busyCalendar, [("calendar", Self.address)])
      let answers: [(Result<String, FetchFailure>, String)] = [
        (.failure(.notPublic), "nicht ins öffentliche Netz"), (.failure(.unreachable), "antwortet niemand"),
        (.failure(.refused(401)), "gibt Ihren Kalender nicht heraus"), (.failure(.tooSlow), "antwortet zu langsam"),
        (.failure(.movedElsewhere("https://x.example")), "leitet auf einen anderen Server"),
        (.failure(.tooLarge(limit: 1)), "größer, als wir lesen"), (.failure(.certificate), "Zertifikat"),
        (.success("<html>"), "liegt kein Kalender"),
      ]
      for (answer, words) in answers {
        calendars.say(answer)
        site.advance(seconds: 15 * 60)
        try await look.look()
        let page = try await host.get(.date(table.party))
        #expect(page.contains(words) && page.contains("belegt"), "\(words)")
        #expect(try await host.get(.settings).contains(words), "\(words)")
      }
    }
  }

  @Test("An address that may not be fetched is refused beside its field, and the input stays")
  func refused() async throws {
    let (site, _, calendars) = try await Self.site()
    try await site.run { browser in
      let host = try await browser.signedIn()
      for typed in ["", "kalender", "http://calendar.example.net/a.ics", "file:///etc/passwd"] {
        let page = try await host.post(.busyCalendar, [("calendar", typed)])
        #expect(page.status == 422 && page.contains("id=\"calendar-error\""), "\(typed)")
        #expect(page.contains("value=\"\(typed)\""))
      }
      #expect(calendars.count == 0)
    }
  }
}
