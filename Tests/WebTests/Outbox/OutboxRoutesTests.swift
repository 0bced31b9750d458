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

@Suite struct OutboxRoutesTests {
  let transport = FakeTransport()

  @Test("The page shows the fate of each mail, and the server's words")
  func page() async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(2)))
    try await scene.sendNext()
    await transport.fail(with: MailFailure(.permanent, code: 550, reply: "550 5.1.1 User unknown"))
    try await scene.drain(transport)
    try await scene.site.run { browser in
      let page = try await browser.signedIn().get(Path.outbox(scene.party))
      #expect(page.status == 200 && page.contains("550 5.1.1 User unknown"))
      #expect(page.contains("nicht angekommen") && page.contains("verschickt"))
    }
  }

  @Test("Trying again uses the address known by now")
  func retry() async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(1)))
    try await scene.sendNext()
    await transport.fail(with: MailFailure(.permanent, code: 550, reply: "550 unknown"))
    try await scene.drain(transport)
    let mail = try #require(try await scene.mails().first)
    let person = try await scene.guests()[0].guest.person
    try await scene.services.database.write { connection in
      try connection.execute("UPDATE person SET email = 'neu@example.org' WHERE id = \(person)")
    }
    try await scene.site.run { browser in
      let page = try await browser.signedIn().post(.outboxRetry(scene.party, mail.id))
      #expect(page.status == 303 && page.location == Path.outbox(scene.party).text)
    }
    try await scene.drain(transport)
    #expect(await transport.accepted.map(\.recipient) == ["neu@example.org"])
  }

  @Test("A stopped mail waits until the host sends it again or says it is sent")
  func holdBack() async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(1)))
    try await scene.sendNext()
    let mail = try #require(try await scene.mails().first)
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      _ = try await host.post(.outboxStop(scene.party, mail.id))
      try await scene.drain(transport)
      #expect(try await scene.mails()[0].state == .cancelled)
      _ = try await host.post(.outboxSent(scene.party, mail.id))
      _ = try await host.post(.outboxRetry(scene.party, mail.id))
      try await scene.drain(transport)
    }
    #expect(try await scene.mails()[0].state == .sent)
    #expect(await transport.accepted.isEmpty)
  }

  @Test("One mail is shown with its links as sent")
  func mail() async throws {
    let scene = try await WaveScene()
    try await scene.sendNext()
    let mail = try #require(try await scene.mails().first)
    let guest = try await scene.guests()[0].guest
    try await scene.site.run { browser in
      let page = try await browser.signedIn().get(Path.outboxMail(scene.party, mail.id))
      #expect(page.status == 200 && page.contains(scene.services.links(for: guest).personal))
      #expect(page.contains("Miriam Sander &lt;\(scene.services.settings.mailFrom)&gt;"))
    }
  }

  @Test("While the queue waits, every page that sends mail says why")
  func pause() async throws {
    let scene = try await WaveScene()
    try await scene.sendNext()
    await transport.fail(with: MailFailure(.authentication, code: 535, reply: "535 wrong password"))
    try await scene.drain(transport)
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      for path in [Path.outbox(scene.party), .waves(scene.party)] {
        #expect(try await host.get(path).contains("535 wrong password"))
      }
      let page = try await host.get(.outbox(scene.party)).text
      #expect(page.contains(/visually-hidden">nächster Versuch \d+ Uhr/), "a voice reads it in words")
    }
  }
}
