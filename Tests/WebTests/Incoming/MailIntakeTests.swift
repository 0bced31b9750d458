import Core
import Database
import Foundation
import Testing

@testable import Acts
@testable import HostPages
@testable import House
@testable import Records
@testable import Web

@Suite("Incoming mail")
struct MailIntakeTests {
  private func scene() async throws -> WaveScene {
    let scene = try await WaveScene(reserves: 2, replies: "tisch@post.example") { $0.seats = 5 }
    try await scene.sendNext()
    try await scene.drain(FakeTransport())
    return scene
  }

  private func address(_ scene: WaveScene, _ name: String) async throws -> String {
    try #require(scene.services.replyAddress).address(of: try await scene.guest(name).guest.id)
  }

  @discardableResult
  private func deliver(_ scene: WaveScene, _ text: String, to address: String) async throws -> Delivered {
    // Ids sort by the time they were made.
    scene.site.advance(seconds: 1)
    let result = try await scene.services.deliver(Data(text.utf8), to: [address])
    try await MailIntake(services: scene.services).read()
    return result
  }

  private func mails(_ scene: WaveScene) async throws -> [GuestMail] {
    try await scene.services.database.read { [party = scene.party] in
      try GuestMailStore(connection: $0).mails(of: party)
    }
  }

  private func reply(_ scene: WaveScene, _ answer: String, as attendee: String? = nil, at stamp: String, id: String)
    async throws -> String
  {
    let known = try await scene.guest("Anna Berg")
    let uid = try await scene.shelf.party(scene.party).revision.uid
    return """
      From: Anna Berg <\(attendee ?? known.email)>
      Message-ID: <\(id)@gast.example>
      Subject: \(answer)
      Content-Type: text/calendar; method=REPLY

      BEGIN:VCALENDAR
      METHOD:REPLY
      BEGIN:VEVENT
      UID:\(uid)
      DTSTAMP:\(stamp)
      SEQUENCE:0
      ATTENDEE;PARTSTAT=\(answer):mailto:\(attendee ?? known.email)
      END:VEVENT
      END:VCALENDAR
      """
  }

  private static func bounce(of email: String, _ action: String, _ status: String, _ id: Int) -> String {
    """
    From: MAILER-DAEMON@mx.example
    Message-ID: <\(id)@mx.example>
    Content-Type: multipart/report; report-type=delivery-status; boundary=b

    --b
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.example

    Final-Recipient: rfc822; \(email)
    Action: \(action)
    Status: \(status)

    --b--
    """
  }

  /// A moment after the scene's clock began, as DTSTAMP says it.
  private func stamp(_ scene: WaveScene, _ seconds: Double) -> String {
    let text = LocalTime.machineText(scene.site.now.addingTimeInterval(seconds))
    return text.replacing("-", with: "").replacing(":", with: "")
  }

  @Test("A mail is stored once however often it is delivered, and one to no address of ours is not accepted")
  func once() async throws {
    let scene = try await scene()
    let address = try await address(scene, "Anna Berg")
    let mail = "From: x@y.example\nMessage-ID: <1@y.example>\n\nIch komme gern.\n"
    #expect(try await deliver(scene, mail, to: address.uppercased()) == .stored)
    let again = "Received: by another server\r\n" + mail.replacing("\n", with: "\r\n")
    #expect(try await deliver(scene, again, to: address) == .known)
    #expect(try await mails(scene).map(\.said) == ["Ich komme gern."])
    for other in ["tisch@post.example", "tisch+a@post.example", String(address.dropLast()), "x" + address] {
      #expect(try await deliver(scene, mail + "Z", to: other) == .notOurs)
    }
    let (token, last) = (address.prefix { $0 != "@" }.dropLast(), address.prefix { $0 != "@" }.last)
    let forged = "\(token)\(last == "a" ? "q" : "a")@post.example"
    #expect(try await deliver(scene, mail + "Z", to: forged) == .notOurs)
    #expect(try await scene.states()["Anna Berg"] == .invited)
  }

  @Test("A bounced letter frees the seat and tells the host, once; one that is only late does nothing")
  func bounce() async throws {
    let scene = try await scene()
    let (address, email) = (try await address(scene, "Anna Berg"), try await scene.guest("Anna Berg").email)
    func bounce(_ action: String, _ status: String, _ id: Int) -> String { Self.bounce(of: email, action, status, id) }
    try await deliver(scene, bounce("delayed", "4.4.1", 1), to: address)
    #expect(try await mails(scene).isEmpty)
    #expect(try await scene.states()["Anna Berg"] == .invited)
    for id in 2...3 { try await deliver(scene, bounce("failed", "5.1.1", id), to: address) }
    #expect(try await scene.states()["Anna Berg"] == .silent)
    #expect(try await mails(scene).map(\.kind) == [.bounce, .bounce])
    let notices = try await scene.mails().filter { $0.kind == .notice && $0.key.hasPrefix("undelivered:") }
    #expect(notices.count == 1 && notices[0].text.contains(email))
  }

  @Test("An address that bounced permanently is marked, and nothing more goes there until it is corrected")
  func marked() async throws {
    let (scene, transport) = (try await scene(), FakeTransport())
    let known = try await scene.guest("Anna Berg")
    try await deliver(
      scene, Self.bounce(of: known.email, "failed", "5.1.1", 1), to: try await address(scene, "Anna Berg"))
    #expect(try await scene.guest("Anna Berg").isReturned)
    try await scene.answer("Anna Berg", .yes)
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await host.get(.guestHistory(scene.party, known.guest.id)).contains("unzustellbar"))
      #expect(try await host.get(.person(known.guest.person)).contains("unzustellbar"))
      let message = [("audience", "coming"), ("subject", "S"), ("text", "T"), ("send", "1"), ("number", "1")]
      #expect(try await host.post(.message(scene.party), message).status == 303)
      #expect(try await scene.mails().last?.state == .byHand)
      _ = try await host.post(.guestLink(scene.party, known.guest.id))
      #expect(try await !scene.mails().contains { $0.kind == .newLink })
      let fields = [("email", "anna@neu.example")]
      #expect(try await host.post(.guestAddress(scene.party, known.guest.id), fields).status == 303)
    }
    #expect(try await !scene.guest("Anna Berg").isReturned)
    try await scene.drain(transport)
    #expect(await transport.accepted.allSatisfy { $0.recipient != known.email })
  }

  @Test("Mail waiting when the address is marked is stopped, and goes to the next address")
  func held() async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(1)), replies: "tisch@post.example")
    try await scene.sendNext()
    let (known, transport) = (try await scene.guest("Anna Berg"), FakeTransport())
    try await scene.services.database.write {
      try ReturnedAddressStore(connection: $0).mark(known.guest.person)
    }
    try await scene.drain(transport)
    #expect(try await scene.mails().map { $0.problem?.key } == ["outbox.problem.returned"])
    try await scene.site.run { browser in
      let fields = [("email", "anna@neu.example")]
      let host = try await browser.signedIn()
      #expect(try await host.post(.guestAddress(scene.party, known.guest.id), fields).status == 303)
    }
    try await scene.drain(transport)
    #expect(await transport.accepted.map(\.recipient) == ["anna@neu.example"])
  }

  @Test("A mail that bounces for somebody who has said yes leaves them their seat, and the host is told")
  func bounceAfterYes() async throws {
    let scene = try await scene()
    let (address, email) = (try await address(scene, "Anna Berg"), try await scene.guest("Anna Berg").email)
    try await deliver(scene, Self.bounce(of: email, "failed", "5.2.2", 1), to: address)
    try await scene.answer("Anna Berg", .yes)
    for id in 2...3 { try await deliver(scene, Self.bounce(of: email, "failed", "5.1.1", id), to: address) }
    #expect(try await scene.states()["Anna Berg"] == .accepted)
    let notices = try await scene.mails().filter { $0.kind == .notice && $0.key.hasPrefix("undelivered:") }
    #expect(notices.count == 2)
  }

  @Test("A calendar's answer counts like one on the page, and the newest stamp wins in any order of arrival")
  func calendar() async throws {
    let scene = try await scene()
    let address = try await address(scene, "Anna Berg")
    scene.site.advance(seconds: 600)
    try await deliver(scene, try await reply(scene, "ACCEPTED", at: stamp(scene, -300), id: "a"), to: address)
    #expect(try await scene.states()["Anna Berg"] == .accepted)
    try await deliver(scene, try await reply(scene, "DECLINED", at: stamp(scene, -400), id: "b"), to: address)
    #expect(try await scene.states()["Anna Berg"] == .accepted)
    try await deliver(scene, try await reply(scene, "TENTATIVE", at: stamp(scene, -200), id: "c"), to: address)
    #expect(try await scene.states()["Anna Berg"] == .tentative)
    #expect(try await mails(scene).map(\.kind) == [.answer, .calendar, .answer])
  }

  @Test("An answer from another address is shown but doesn't count, nor do absence notes and texts")
  func shown() async throws {
    let scene = try await scene()
    let address = try await address(scene, "Anna Berg")
    let alias = try await reply(scene, "ACCEPTED", as: "office@gast.example", at: stamp(scene, 1), id: "a")
    try await deliver(scene, alias, to: address)
    let away =
      "From: anna@gast.example\nMessage-ID: <2@x.y>\nAuto-Submitted: auto-replied\n\nAway until 14 December 2030."
    try await deliver(scene, away, to: address)
    try await deliver(scene, "From: vera@gast.example\nMessage-ID: <3@x.y>\n\nShe says yes.", to: address)
    let mails = try await mails(scene)
    #expect(mails.map(\.kind) == [.words, .absence, .calendar])
    #expect(mails[1].detail == "2030-12-14" && mails[0].sender == "vera@gast.example")
    #expect(mails.map(\.isOpen) == [true, false, true])
    #expect(try await scene.states()["Anna Berg"] == .invited)
  }

  @Test(
    "A mail turns nothing around: its marks of direction and control characters go, in words and in a calendar's comment"
  )
  func hiddenMarks() async throws {
    let scene = try await scene()
    let address = try await address(scene, "Anna Berg")
    let words = """
      From: =?utf-8?Q?=E2=80=AEareV?= <vera@gast.example>
      Message-ID: <3@x.y>
      Subject: =?utf-8?Q?a=E2=81=A7b?=
      Content-Type: text/plain; charset=utf-8

      yes \u{202E}on\u{202C}.
      """
    try await deliver(scene, words, to: address)
    let mail = try #require(try await mails(scene).first)
    #expect((mail.senderName, mail.subject) == ("areV", "ab") && mail.said == "yes on.")
    let entry = try await reply(scene, "ACCEPTED", at: stamp(scene, 1), id: "a").replacing(
      "SEQUENCE:0", with: "SEQUENCE:0\nCOMMENT:see \u{202E}uoy")
    try await deliver(scene, entry.replacing("text/calendar;", with: "text/calendar; charset=utf-8;"), to: address)
    #expect(try await scene.guest("Anna Berg").guest.invitation.word == "see uoy")
  }

  @Test(
    "The host reads what came in, beside whom it came from, and says that it is seen to; another host can do neither")
  func page() async throws {
    let scene = try await scene()
    let address = try await address(scene, "Anna Berg")
    try await deliver(scene, "From: vera@gast.example\nMessage-ID: <3@x.y>\n\nShe says <b>yes</b>.", to: address)
    let mail = try #require(try await mails(scene).first)
    let stranger = try await scene.site.addHost("jonas.wirth@example.net")
    let fields = [("guest", mail.guest.description), ("mail", mail.id.description)]
    try await scene.site.run { browser in
      let other = try await browser.signedIn(as: stranger)
      #expect(try await other.post(.incoming(scene.party), fields).status == 404)
      let host = try await browser.signedIn()
      let before = try await host.get(.incoming(scene.party))
      #expect(
        before.contains("Anna Berg") && before.contains("She says &lt;b&gt;yes&lt;/b&gt;.")
          && before.contains("name=\"mail\"")
      )
      #expect(
        try await host.post(.incoming(scene.party), [("guest", mail.guest.description), ("mail", "x")]).status == 404)
      #expect(try await host.post(.incoming(scene.party), fields).status == 303)
      #expect(try await !host.get(.incoming(scene.party)).contains("name=\"mail\""))
    }
    #expect(try await mails(scene).first?.settledAt != nil)
    #expect(try await scene.states()["Anna Berg"] == .invited)
  }

  @Test("A guest's letter names both addresses to answer to, and comes back to the program")
  func addresses() async throws {
    let scene = try await WaveScene(replies: "tisch@post.example")
    try await scene.sendNext()
    let mail = try #require(try await scene.mails().first)
    let guest = try #require(try await scene.guests().first { $0.guest.id == mail.guest }).guest
    let ours = try #require(scene.services.replyAddress).address(of: guest.id)
    let envelope = try scene.services.envelope(mail, host: scene.site.host, guest: guest)
    #expect(envelope.from == ours)
    let message = scene.services.message(mail, host: scene.site.host, guest: guest)
    #expect(message.replyTo?.address == scene.site.host.email && message.alsoReplyTo?.address == ours)
  }

  @Test("A thousand mails are read in no more time than ten thousand may take")
  func many() async throws {
    let scene = try await scene()
    let address = try await address(scene, "Anna Berg")
    for number in 1...1000 {
      let mail = "From: x@y.example\nMessage-ID: <\(number)@y.example>\n\nWort \(number)\n"
      _ = try await scene.services.deliver(Data(mail.utf8), to: [address])
    }
    let start = ContinuousClock.now
    #expect(try await MailIntake(services: scene.services).read() == 1000)
    #expect(ContinuousClock.now - start < .seconds(60))
    #expect(try await MailIntake(services: scene.services).read() == 0)
  }
}
