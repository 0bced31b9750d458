import Core
import Database
import Foundation
import Mail
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

@Suite struct OutboxDrainTests {
  let transport = FakeTransport()

  @Test("A wave leaves as one mail each, with the links filled in and none in the database")
  func links() async throws {
    let scene = try await WaveScene()
    #expect(try await scene.sendNext() == 7)
    try await scene.drain(transport)
    #expect(await transport.accepted.count == 7)
    let anna = try await scene.guest("Anna Berg")
    let links = scene.services.links(for: anna.guest)
    let text = await transport.text(to: anna.email).replacing("=\r\n", with: "")
    #expect(text.contains(links.personalPath.text) && text.contains(links.objectionPath.text))
    #expect(!text.contains("links.invalid"))
    for mail in try await scene.mails() {
      #expect(mail.state == .sent && mail.acceptedAt != nil)
      #expect(!mail.text.contains("/g/") && !mail.html.contains("/g/"))
    }
  }

  @Test("The letter comes from the operator's address with the host's name, and answers go to the host")
  func sender() async throws {
    let scene = try await WaveScene()
    try await scene.sendNext()
    try await scene.drain(transport)
    let envelope = try #require(await transport.accepted.first)
    let text = await transport.text(to: "anna.berg@example.org")
    #expect(envelope.from == scene.services.settings.mailFrom)
    #expect(text.contains("From: Miriam Sander <\(scene.services.settings.mailFrom)>"))
    #expect(text.contains("Reply-To: Miriam Sander <miriam.sander@example.org>"))
    #expect(text.contains("To: Anna Berg <anna.berg@example.org>"))
    #expect(!text.contains("X-Unsent") && !text.contains("List-Unsubscribe") && !text.contains("Auto-Submitted"))
  }

  @Test("A second drain sends nothing again, and two at once send each mail once")
  func once() async throws {
    let scene = try await WaveScene()
    try await scene.sendNext()
    async let first: Void = scene.drain(transport)
    async let second: Void = scene.drain(transport)
    async let third: Void = scene.drain(transport)
    _ = try await (first, second, third)
    try await scene.drain(transport)
    let ids = await transport.accepted.map(\.messageID)
    #expect(ids.count == 7 && Set(ids).count == 7)
  }

  @Test("A mail of an unknown kind is reported and never sent; the others leave")
  func unknownKind() async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(2)))
    try await scene.sendNext()
    let odd = try #require(try await scene.mails().first)
    try await scene.services.database.write {
      try $0.execute("UPDATE outbox SET kind = 'telegram' WHERE id = \(odd.id)")
    }
    try await scene.drain(transport)
    try await scene.drain(transport)
    #expect(await transport.accepted.count == 1)
    try await scene.site.run { browser in
      let page = try await browser.signedIn().get(Path.outbox(scene.party))
      #expect(page.status == 200 && page.contains("Eine weitere Mail ist von einer Art"))
    }
    let state = try await scene.services.database.read {
      try $0.row("SELECT state FROM outbox WHERE id = \(odd.id)")?.get("state", as: String.self)
    }
    #expect(state == "failed")
  }

  @Test("A temporarily refused mail is retried at growing intervals, and given up after a day")
  func retries() async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(1)))
    try await scene.sendNext()
    await transport.fail(with: MailFailure(.temporary, code: 451, reply: "451 busy"), times: 100)
    var minutes: [Int] = []
    while let mail = try await scene.mails().first, mail.state == .queued {
      let wait = max(0, (mail.nextAttemptAt ?? scene.site.now).timeIntervalSince(scene.site.now))
      minutes.append(Int(wait / 60))
      scene.site.advance(seconds: wait)
      try await scene.drain(transport)
    }
    #expect(minutes == [0, 1, 5, 15, 60, 120, 240, 480, 480])
    let mail = try #require(try await scene.mails().first)
    #expect(mail.state == .failed)
    #expect(mail.problem == MailProblem("mail.failure.temporary", reply: "451 busy"))
    #expect(await transport.accepted.isEmpty)
  }

  @Test("A permanently refused mail fails at once, and the others leave")
  func permanent() async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(3)))
    try await scene.sendNext()
    await transport.fail(with: MailFailure(.permanent, code: 550, reply: "550 unknown"))
    try await scene.drain(transport)
    #expect(try await scene.mails().map(\.state.rawValue).sorted() == ["failed", "sent", "sent"])
  }

  @Test(
    "While the server refuses our login the whole queue waits, and no try is counted",
    arguments: [
      MailFailure.Kind.authentication, .tls, .sender,
    ])
  func pause(_ kind: MailFailure.Kind) async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(3)))
    try await scene.sendNext()
    await transport.fail(with: MailFailure(kind, code: 535, reply: "535 no"))
    try await scene.drain(transport)
    try await scene.drain(transport)
    #expect(await transport.tries == 1)
    #expect(try await scene.mails().allSatisfy { $0.state == .queued && $0.attempts == 0 })
    #expect(scene.services.outbox.pause?.failure.kind == kind)
    scene.site.advance(seconds: 60)
    try await scene.drain(transport)
    #expect(await transport.accepted.count == 3)
    #expect(scene.services.outbox.pause == nil)
  }

  @Test(
    "While no mail passes, host and operator read since when, at which step, what becomes of it, and what to do",
    arguments: [
      (
        MailFailure(.authentication, code: 535, reply: "535 5.7.8 no", step: .greeting), "535 5.7.8 no",
        "STEHTISCH_SMTP_PASSWORD"
      ),
      (
        MailFailure(.sender, code: 550, reply: "550 not yours", step: .sender), "als wir den Absender nannten",
        "STEHTISCH_MAIL_FROM"
      ),
      (MailFailure(.silent, step: .recipient), "geschwiegen, als wir die Empfängerin", "überlastet"),
      (MailFailure(.unreachable, reply: "Connection refused"), "Connection refused", "STEHTISCH_SMTP_PORT"),
    ])
  func standstill(_ failure: MailFailure, words: String, mend: String) async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(3)))
    try await scene.sendNext()
    try await scene.services.database.write { try $0.execute("UPDATE host SET is_operator = 1") }
    await transport.fail(with: failure, times: 3)
    try await scene.drain(transport)
    scene.site.advance(seconds: 90)
    try await scene.drain(transport)
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      for path in [Path.waves(scene.party), .outbox(scene.party), .home] {
        let page = try await host.get(path)
        #expect(
          page.contains("geht keine Post hinaus") && page.contains(words) && page.contains("Nichts geht verloren"))
        #expect(page.contains("der Person, die diese Installation betreut") && !page.contains("STEHTISCH_"))
      }
      let page = try await host.get(.operation)
      #expect(page.contains(words) && page.contains(mend) && page.contains("Was zu tun ist"))
    }
    #expect(scene.services.outbox.pause?.since == TestSite.start, "since the first failure, not the last")
    scene.site.advance(seconds: 3600)
    try await scene.drain(transport)
    scene.site.advance(seconds: 3600)
    try await scene.drain(transport)
    #expect(scene.services.outbox.pause == nil)
    try await scene.site.run { browser in
      let page = try await browser.signedIn().get(.home)
      #expect(!page.contains("geht keine Post hinaus"))
    }
  }

  @Test("Nobody is kept waiting when one server does not answer: the next look tries the others")
  func unreachable() async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(3)))
    try await scene.sendNext()
    await transport.fail(with: MailFailure(.unreachable, reply: "refused"))
    try await scene.drain(transport)
    #expect(await transport.accepted.isEmpty)
    try await scene.drain(transport)
    #expect(await transport.accepted.count == 2)
  }

  @Test("Mail to a suppressed address, to a withdrawn guest or without substance is stopped, whoever queued it")
  func obstacles() async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(4)))
    try await scene.sendNext()
    let now = scene.site.now
    let guests = try await scene.guests()
    try await scene.services.database.write { connection in
      try SuppressionStore(connection: connection).add("ANNA.BERG@Example.org", at: now)
      var bruno = guests[1].guest
      _ = bruno.invitation.apply(.withdrawn, at: now)
      try GuestStore(connection: connection).update(bruno)
    }
    try await scene.drain(transport)
    #expect(await transport.accepted.map(\.recipient).sorted() == ["clara.voss@example.org", "dario.lenz@example.org"])
    #expect(
      try await scene.mails().prefix(2).map(\.problem?.key)
        == ["outbox.problem.suppressed", "outbox.problem.withdrawn"])
  }

  @Test("A mail queued for a party without substance never leaves")
  func noSubstance() async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(1))) { $0.substance.question = "" }
    let guest = try await scene.guests()[0]
    let services = scene.services
    let mail = OutgoingMail(
      id: services.newID(), key: "letter:\(guest.guest.id)", host: scene.site.host.id, party: scene.party,
      guest: guest.guest.id, kind: .letter, state: .queued, recipientName: guest.name, recipient: guest.email,
      subject: "Früh", text: "Zu früh", messageID: "early@example.org", createdAt: scene.site.now)
    try await services.database.write { try Postbox(services: services).post(mail, $0) }
    try await scene.drain(transport)
    #expect(await transport.tries == 0)
    #expect(try await scene.mails()[0].problem?.key == "outbox.problem.noSubstance")
  }

  @Test("The text of a sign-in mail is forgotten as soon as it is accepted")
  func signIn() async throws {
    let scene = try await WaveScene()
    try await scene.services.database.write { [services = scene.services, host = scene.site.host] in
      try services.addSignInMail(for: host, connection: $0)
    }
    #expect(try await scene.mails()[0].text.contains("/sign-in/"))
    try await scene.drain(transport)
    let mail = try #require(try await scene.mails().first)
    #expect(mail.state == .sent && mail.text.isEmpty && mail.html.isEmpty)
    #expect(await transport.text(to: "miriam.sander@example.org").contains("Auto-Submitted: auto-generated"))
  }

  @Test("Without a mail server every mail becomes a complete file")
  func folder() async throws {
    let scene = try await WaveScene()
    try await scene.sendNext()
    let folder = scene.services.settings.data.appending(path: "outbox")
    try await OutboxDrain(services: scene.services, transport: OutboxFolder(folder), accepted: .filed).run()
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(files.count == 7 && files.allSatisfy { $0.hasSuffix(".eml") })
    #expect(try await scene.mails().allSatisfy { $0.state == .filed })
  }

  @Test("An accepted mail that could not be recorded is recorded later, never sent again, and reported")
  func unrecorded() async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(3)))
    try await scene.sendNext()
    let database = FaultyDatabase(scene.services.database)
    let services = Services(
      settings: scene.services.settings, database: database, strings: scene.services.strings,
      assets: scene.services.assets, secret: scene.services.secret, logger: scene.services.logger,
      now: scene.services.now)
    let drain = OutboxDrain(services: services, transport: transport, accepted: .sent)
    // The claim is written, but the record of the acceptance is not.
    database.fail(after: 1, times: 2)
    await #expect(throws: DatabaseError.self) { try await drain.run() }
    #expect(await transport.accepted.count == 1)
    #expect(services.outbox.acceptances.count == 1 && MailNotice(services).unrecorded == 1)
    await #expect(throws: DatabaseError.self) { try await drain.run() }
    #expect(await transport.accepted.count == 1)
    try await drain.run()
    #expect(await transport.accepted.count == 3)
    #expect(Set(await transport.accepted.map(\.messageID)).count == 3)
    #expect(services.outbox.acceptances.isEmpty)
    #expect(try await scene.mails().allSatisfy { $0.state == .sent })
  }

  @Test(
    "After an unknown end a mail waits half an hour, is tried once more, and the host hears that it may be there twice")
  func uncertain() async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(1)))
    try await scene.sendNext()
    await transport.fail(with: MailFailure(.silent, mayHaveBeenTaken: true, step: .acceptance))
    try await scene.drain(transport)
    #expect(try await scene.mails()[0].problem?.key == "outbox.problem.perhapsTaken")
    scene.site.advance(seconds: 29 * 60)
    try await scene.drain(transport)
    #expect(await transport.tries == 1)
    scene.site.advance(seconds: 2 * 60)
    try await scene.drain(transport)
    let mail = try #require(try await scene.mails().first)
    #expect(mail.state == .sent && mail.problem?.key == "outbox.problem.perhapsTwice")
    #expect(await transport.accepted.map(\.messageID) == [mail.messageID])
  }

  @Test("A second unknown outcome leaves the decision to the host")
  func twiceUncertain() async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(1)))
    try await scene.sendNext()
    await transport.fail(with: MailFailure(.unreachable, mayHaveBeenTaken: true, step: .acceptance), times: 2)
    for _ in 0..<5 {
      try await scene.drain(transport)
      scene.site.advance(days: 1)
    }
    #expect(await transport.tries == 2)
    #expect(try await scene.mails()[0].problem?.key == "outbox.problem.uncertain")
  }

  @Test("Stopping leaves the mail in the queue as if untouched", arguments: [false, true])
  func stopped(mayHaveBeenTaken: Bool) async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(2)))
    try await scene.sendNext()
    await transport.fail(with: MailFailure(.stopped, mayHaveBeenTaken: mayHaveBeenTaken, step: .acceptance))
    try await scene.drain(transport)
    #expect(await transport.tries == 1)
    #expect(try await scene.mails().allSatisfy { $0.state == .queued && $0.attempts == 0 && $0.problem == nil })
    #expect(try await scene.mails().map(\.interruptions).reduce(0, +) == (mayHaveBeenTaken ? 1 : 0))
  }

  @Test("A sign-in link has its own queue, even while all other mail waits")
  func lanes() async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(2)))
    try await scene.sendNext()
    try await scene.services.database.write { [services = scene.services, host = scene.site.host] in
      try services.addSignInMail(for: host, connection: $0)
    }
    let others = FakeTransport()
    await others.fail(with: MailFailure(.sender, code: 550, reply: "550 not yours"))
    try await OutboxDrain(services: scene.services, transport: others, accepted: .sent, lane: .others).run()
    #expect(scene.services.outbox.pause?.failure.kind == .sender)
    #expect(
      try await scene.mails().filter { $0.kind == .letter }.allSatisfy { $0.state == .queued && $0.attempts == 0 })
    try await OutboxDrain(services: scene.services, transport: transport, accepted: .sent, lane: .signIn).run()
    #expect(await transport.accepted.map(\.recipient) == ["miriam.sander@example.org"])
    scene.services.outbox.resume()
    scene.site.advance(seconds: 3600)
    try await OutboxDrain(services: scene.services, transport: others, accepted: .sent, lane: .others).run()
    #expect(await others.accepted.count == 2)
  }

  @Test("An umlaut domain is the same in the envelope and in the header, whatever locale is set")
  func umlaut() async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(1)))
    try await scene.services.database.write { try $0.execute("UPDATE person SET email = 'anna@müller.example'") }
    try await scene.sendNext()
    try await scene.drain(transport)
    let envelope = try #require(await transport.accepted.first)
    #expect(envelope.recipient == "anna@xn--mller-kva.example")
    let text = String(decoding: envelope.bytes, as: UTF8.self)
    #expect(text.contains("<anna@xn--mller-kva.example>") && !text.contains("müller"))
  }
}
