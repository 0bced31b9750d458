import Core
import Foundation
import Testing

@testable import Acts
@testable import HostPages
@testable import House
@testable import Records
@testable import Web

@Suite("The extremes of mail that comes in")
struct IncomingExtremesTests {
  static let moments = [
    "00000101T000000Z", "00010101T000000Z", "99991231T235960Z", "99991231T235959", "20260230T250000Z", "00000101",
    "20261299T999999", "20260329T023000", "９９９９１２３１T000000Z",
  ]

  @Test("Whatever time or number a calendar names, the mail is taken and the host's pages show it", arguments: moments)
  func calendars(moment: String) async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(1)), replies: "tisch@post.example")
    try await scene.sendNext()
    try await scene.drain(FakeTransport())
    let known = try await scene.guest("Anna Berg")
    let uid = try await scene.shelf.party(scene.party).revision.uid
    let address = try #require(scene.services.replyAddress).address(of: known.guest.id)
    var count = 0
    for (method, sequence) in [("COUNTER", "0"), ("REPLY", "99999999999999999999"), ("REPLY", "-9223372036854775808")] {
      let zone = moment.hasSuffix("Z") ? "" : ";TZID=Europe/Berlin"
      let text = """
        From: \(known.name) <\(known.email)>
        Message-ID: <\(method)\(sequence)\(moment.count)@gast.example>
        Date: Tue, 31 Dec 9999 23:59:60 +9999
        Subject: \u{202E}x
        Content-Type: text/calendar; method=\(method)

        BEGIN:VCALENDAR
        METHOD:\(method)
        BEGIN:VEVENT
        UID:\(uid)
        DTSTAMP:\(moment)
        DTSTART\(zone):\(moment)
        SEQUENCE:\(sequence)
        ATTENDEE;PARTSTAT=TENTATIVE:mailto:\(known.email)
        END:VEVENT
        END:VCALENDAR
        """
      scene.site.advance(seconds: 1)
      #expect(try await scene.services.deliver(Data(text.utf8), to: [address]) == .stored)
      try await MailIntake(services: scene.services).read()
      count += 1
      let mails = try await scene.services.database.read { [party = scene.party] in
        try GuestMailStore(connection: $0).mails(of: party)
      }
      #expect(mails.count == count)
    }
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      for page in [Path.incoming(scene.party), .guestHistory(scene.party, known.guest.id), .waves(scene.party), .home] {
        #expect(try await host.get(page).status == 200)
      }
    }
  }
}
