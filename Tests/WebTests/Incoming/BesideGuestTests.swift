import Core
import Foundation
import Testing

@testable import Acts
@testable import HostPages
@testable import House
@testable import Records
@testable import Web

@Suite("What came in, beside each guest")
struct BesideGuestTests {
  private func scene() async throws -> WaveScene {
    let scene = try await WaveScene(reserves: 2, replies: "tisch@post.example") { $0.seats = 5 }
    try await scene.sendNext()
    try await scene.drain(FakeTransport())
    return scene
  }

  private func deliver(_ scene: WaveScene, _ text: String, from name: String) async throws {
    scene.site.advance(seconds: 1)
    let address = try #require(scene.services.replyAddress).address(of: try await scene.guest(name).guest.id)
    #expect(try await scene.services.deliver(Data(text.utf8), to: [address]) == .stored)
    try await MailIntake(services: scene.services).read()
  }

  private func mails(_ scene: WaveScene) async throws -> [GuestMail] {
    try await scene.services.database.read { [party = scene.party] in
      try GuestMailStore(connection: $0).mails(of: party)
    }
  }

  private func reply(
    _ scene: WaveScene, _ attendees: String, at seconds: Double, id: String, from sender: String? = nil,
    sequence: Int = 0, uid: String? = nil
  ) async throws -> String {
    let email = try await scene.guest("Anna Berg").email
    let known = try await scene.shelf.party(scene.party).revision.uid
    let stamp = LocalTime.machineText(scene.site.now.addingTimeInterval(seconds)).filter { $0 != "-" && $0 != ":" }
    return """
      From: Anna Berg <\(sender ?? email)>
      Message-ID: <\(id)@gast.example>
      Content-Type: text/calendar; method=REPLY

      BEGIN:VCALENDAR
      METHOD:REPLY
      BEGIN:VEVENT
      \((uid ?? known).isEmpty ? "" : "UID:\(uid ?? known)")
      DTSTAMP:\(stamp)
      SEQUENCE:\(sequence)
      \(attendees.replacing("ANNA", with: email))
      END:VEVENT
      END:VCALENDAR
      """
  }

  @Test(
    "One press says what a mail means: the answer counts, is marked as entered, and the mail waits no longer",
    arguments: ["incoming", ""])
  func press(back: String) async throws {
    let scene = try await scene()
    try await deliver(scene, "From: vera@gast.example\nMessage-ID: <1@x.y>\n\nShe says yes.", from: "Anna Berg")
    try await deliver(scene, "From: vera@gast.example\nMessage-ID: <2@x.y>\n\nIn her name.", from: "Anna Berg")
    let (mail, guest) = (try #require(try await mails(scene).last), try await scene.guest("Anna Berg").guest.id)
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      let page = try await host.get(back.isEmpty ? .guestHistory(scene.party, guest) : .incoming(scene.party))
      #expect(page.contains("She says yes.") && page.contains("value=\"\(mail.id)\"") && page.contains("Ja, kommt"))
      let fields = [("answer", "yes"), ("mail", mail.id.description), ("back", back)]
      let pressed = try await host.post(.enteredAnswer(scene.party, guest), fields)
      let place = back.isEmpty ? Path.guestHistory(scene.party, guest).text : Path.incoming(scene.party).text
      #expect(pressed.location?.hasPrefix(place) == true)
    }
    #expect(try await scene.states()["Anna Berg"] == .accepted)
    #expect(try await scene.guest("Anna Berg").guest.invitation.answeredBy == .host)
    #expect(try await mails(scene).map(\.isOpen) == [true, false])
  }

  @Test("A mail stays open where another guest's answer is entered, or where nothing can be entered any more")
  func others() async throws {
    let scene = try await scene()
    try await deliver(scene, "From: vera@gast.example\nMessage-ID: <1@x.y>\n\nShe says yes.", from: "Anna Berg")
    let mail = try #require(try await mails(scene).first)
    let other = try #require(try await scene.guests().first { $0.guest.id != mail.guest && $0.guest.wasWrittenTo })
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      let fields = [("answer", "yes"), ("mail", mail.id.description)]
      #expect(try await host.post(.enteredAnswer(scene.party, other.guest.id), fields).status == 303)
      try await scene.services.database.write { try $0.execute("UPDATE party SET state = 'cancelled'") }
      #expect(try await host.post(.enteredAnswer(scene.party, mail.guest), fields).status == 409)
      let page = try await host.get(.incoming(scene.party))
      #expect(page.status == 200 && page.contains("She says yes.") && !page.contains("Ja, kommt"))
    }
    #expect(try await mails(scene).map(\.isOpen) == [true])
  }

  @Test(
    "A mail survives that the program is killed while it reads, again and again; one that ends it each time is given up"
  )
  func killed() async throws {
    for (kills, count) in [(MailIntake.most - 1, 1), (MailIntake.most, 0)] {
      let scene = try await scene()
      let guest = try await scene.guest("Anna Berg").guest.id
      let address = try #require(scene.services.replyAddress).address(of: guest)
      let mail = "From: vera@gast.example\nMessage-ID: <1@x.y>\n\nShe says yes."
      #expect(try await scene.services.deliver(Data(mail.utf8), to: [address]) == .stored)
      for _ in 0..<kills {
        #expect(try await scene.services.database.write { try IncomingStore(connection: $0).claim(50).count } == 1)
      }
      try await MailIntake(services: scene.services).read()
      #expect(try await mails(scene).count == count)
    }
  }

  @Test("The host's pages say that something came, until it is seen to, and who is away until when")
  func told() async throws {
    let scene = try await scene()
    let away =
      "From: anna@gast.example\nMessage-ID: <2@x.y>\nAuto-Submitted: auto-replied\n\nAway until 14 December 2030."
    try await deliver(scene, away, from: "Anna Berg")
    let guest = try await scene.guest("Anna Berg").guest.id
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await !host.get(.party(scene.party)).contains("Lesen, was per Mail kam"))
      #expect(try await host.get(.waves(scene.party)).contains("Nicht da, wohl bis 14. Dez. 2030"))
      try await deliver(scene, "From: vera@gast.example\nMessage-ID: <3@x.y>\n\nShe says yes.", from: "Anna Berg")
      #expect(try await host.get(.party(scene.party)).contains("Lesen, was per Mail kam"))
      #expect(try await host.get(.home).contains("Lesen, was per Mail kam"))
      #expect(try await host.get(.waves(scene.party)).contains("Eine Mail wartet auf Sie"))
      let english = try await host.reading("en").get(.guestHistory(scene.party, guest))
      #expect(english.contains("Away, probably until") && english.contains("Does it mean:"))
      let mail = try #require(try await mails(scene).first { $0.isOpen })
      let fields = [("guest", guest.description), ("mail", mail.id.description), ("back", "guest")]
      let page = try await host.post(.incoming(scene.party), fields)
      #expect(page.location == Path.guestHistory(scene.party, guest).text)
      #expect(try await !host.get(.party(scene.party)).contains("Lesen, was per Mail kam"))
      #expect(try await !host.get(.waves(scene.party)).contains("Eine Mail wartet auf Sie"))
    }
  }

  @Test("An answer entered by the host gives way to a later one of the guest's calendar, and not to an earlier one")
  func enteredThenCalendar() async throws {
    let scene = try await scene()
    let guest = try await scene.guest("Anna Berg").guest.id
    scene.site.advance(seconds: 600)
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await host.post(.enteredAnswer(scene.party, guest), [("answer", "yes")]).status == 303)
    }
    let declined = "ATTENDEE;PARTSTAT=DECLINED:mailto:ANNA"
    try await deliver(scene, try await reply(scene, declined, at: -60, id: "a"), from: "Anna Berg")
    #expect(try await scene.states()["Anna Berg"] == .accepted)
    // It contradicts what the host heard, so it waits for them.
    #expect(try await mails(scene).map(\.isOpen) == [true])
    scene.site.advance(seconds: 60)
    try await deliver(scene, try await reply(scene, declined, at: -10, id: "b"), from: "Anna Berg")
    #expect(try await scene.states()["Anna Berg"] == .declined)
    #expect(try await scene.guest("Anna Berg").guest.invitation.answeredBy == .mail)
  }

  @Test("An answer that the same calendar has overtaken, or sends once more, is kept and does not wait for the host")
  func overtaken() async throws {
    let scene = try await scene()
    scene.site.advance(seconds: 600)
    try await deliver(
      scene, try await reply(scene, "ATTENDEE;PARTSTAT=DECLINED:mailto:ANNA", at: -10, id: "b"), from: "Anna Berg")
    try await deliver(
      scene, try await reply(scene, "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ANNA", at: -60, id: "a"), from: "Anna Berg")
    #expect(try await scene.states()["Anna Berg"] == .declined)
    #expect(try await mails(scene).map(\.kind) == [.calendar, .answer])
    #expect(try await mails(scene).map(\.isOpen) == [false, false])
  }

  @Test(
    "Of several attendees who have answered, the one who wrote counts, and nobody if it was none of them",
    arguments: [("ANNA", GuestState.declined), ("bo@gast.example", .invited), ("vera@gast.example", .invited)])
  func several(sender: String, state: GuestState) async throws {
    let scene = try await scene()
    let email = try await scene.guest("Anna Berg").email
    let both = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:bo@gast.example\nATTENDEE;PARTSTAT=DECLINED:mailto:ANNA"
    let mail = try await reply(
      scene, both, at: 5, id: "a", from: sender == "ANNA" ? email.uppercased() : sender)
    try await deliver(scene, mail, from: "Anna Berg")
    #expect(try await scene.states()["Anna Berg"] == state)
    #expect(try await mails(scene).map(\.isOpen) == [state == .invited])
  }

  @Test(
    "An answer to another entry, or to none, is shown with what it says and counts nothing", arguments: ["", "x@y"])
  func otherEntry(uid: String) async throws {
    let scene = try await scene()
    let mail = try await reply(scene, "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ANNA", at: 5, id: "a", uid: uid)
    try await deliver(scene, mail, from: "Anna Berg")
    #expect(try await scene.states()["Anna Berg"] == .invited)
    let shown = try #require(try await mails(scene).first)
    #expect(shown.kind == .calendar && shown.detail == "yes" && shown.isOpen)
  }
}
