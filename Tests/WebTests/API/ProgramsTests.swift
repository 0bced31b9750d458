import Core
import Database
import Fetching
import Foundation
import Testing

@testable import API
@testable import Acts
@testable import Evening
@testable import GuestPages
@testable import HostPages
@testable import House
@testable import Records
@testable import RoomPages
@testable import Site
@testable import Web

@Suite("A host's keys and webhooks")
struct ProgramsTests {
  @Test("A key is shown once, works, and is stored only as a hash; one without a name or right is refused")
  func token() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let refused = try await host.post(.programs, [("name", "CRM")])
      #expect(refused.status == 422 && refused.contains("CRM"))
      let page = try await host.post(.programs, [("name", "CRM"), ("scope", "people:read")])
      let key = try #require(page.text.firstMatch(of: /stehtisch_[\w-]{22}/)).output
      let later = try await host.get(.programs)
      #expect(!later.contains(String(key)))
      let answer = try await browser.send(
        "/api/v1/people", .get, headers: [.authorization: "Bearer \(key)"], body: nil)
      #expect(answer.status == 200)
      let hashes = try await site.services.database.read { connection in
        try connection.rows("SELECT token_hash FROM api_token") { try $0.get("token_hash", as: String.self) }
      }
      #expect(hashes == [SHA256Text.hash(String(key.dropFirst(APIToken.mark.count)))])
    }
  }

  @Test("Another host's key and webhook can't be revoked")
  func others() async throws {
    let site = try await TestSite()
    let stranger = try await site.addHost("jonas.wirth@example.net")
    try await site.run { browser in
      _ = try await APIProgram(browser)
      let hook = try await WebhookEntry(url: "https://example.org/hook").store(of: site.host.id, site.services)
      let token = try await site.services.database.read {
        try APITokenStore(connection: $0).tokens(of: site.host.id)[0]
      }
      let browser = try await browser.signedIn(as: stranger)
      #expect(try await browser.post(.programEnd(token.id)).status == 404)
      #expect(try await browser.post(.webhookEnd(hook.id)).status == 404)
    }
  }

  @Test(
    "An address that is not public by its form is refused beside the field",
    arguments: ["http://example.org/", "https://example.org:8443/", "ftp://example.org/", "example.org", ""])
  func badAddress(_ url: String) async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let page = try await browser.signedIn().post(.webhooks, [("url", url)])
      #expect(page.status == 422 && page.contains("öffentliche Adresse"))
    }
  }

  @Test("Events are delivered once, by ids alone; undelivered ones are retried and given up after half a day")
  func delivery() async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(2)))
    let services = scene.services
    // Leads to this machine, so the guard never connects.
    let hook = try await WebhookEntry(url: "https://localhost/hook").store(of: scene.site.host.id, services)
    try await scene.sendNext()
    try await scene.site.run { browser in
      for (name, answer) in [("Anna Berg", "yes"), ("Bruno Kern", "no")] {
        let guest = try await scene.guest(name).guest
        let token = services.personalToken(guest.id, number: guest.linkNumber)
        #expect(try await browser.post(.reply(token), [("answer", answer)]).status == 303)
        scene.site.advance(seconds: 30)
      }
    }
    let waiting = {
      try await services.database.read { connection in
        try connection.rows("SELECT body FROM webhook_delivery ORDER BY id") { try $0.get("body", as: String.self) }
      }
    }
    let bodies = try await waiting()
    #expect(bodies.count == 2 && bodies[0].contains("guest.accepted") && bodies[1].contains("guest.declined"))
    #expect(bodies.allSatisfy { !$0.contains("Anna") && !$0.contains("@") && $0.contains(scene.party.description) })
    let service = WebhookService(services: services)
    for wait in [0] + WebhookService.waits {
      scene.site.advance(seconds: wait)
      try await service.round()
    }
    #expect(try await waiting().isEmpty)
    let problem = try await services.database.read { [host = scene.site.host.id] in
      try WebhookStore(connection: $0).webhooks(of: host)[0].problem
    }
    #expect(["notPublic", "unreachable"].contains(problem), "\(problem)")
    try await scene.site.run { browser in
      let page = try await browser.signedIn().get(.programs)
      #expect(page.contains("Wir haben aufgegeben") && page.contains(Path.webhookEnd(hook.id).text))
    }
  }

  @Test("Programs that take a connection and say nothing keep nobody else's message waiting")
  func silent() async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(1)))
    let (services, server) = (scene.services, try SilentServer())
    var rules = FetchRules(bytes: 1000)
    (rules.scheme, rules.port, rules.onlyPublic, rules.seconds, rules.hops) = ("http", nil, false, 60, 0)
    try await services.database.write { [host = scene.site.host.id, now = scene.site.now] connection in
      let store = WebhookStore(connection: connection)
      let webhooks = (1...5).map { _ in
        Webhook(id: services.newID(), url: "http://127.0.0.1:\(server.port)/", createdAt: now)
      }
      for webhook in webhooks { _ = try store.insert(webhook, of: host) }
      try store.tell("{}", about: nil, to: webhooks, at: now) { services.newID() }
    }
    let service = WebhookService(services: services, rules: rules)
    async let round: Void = service.round()
    // One after the other, the second would be asked only once the first had been given up.
    for _ in 0..<150 where server.count < 5 { try await Task.sleep(for: .milliseconds(100)) }
    #expect(server.count == 5)
    server.hangUp()
    try await round
    let tried = try await services.database.read {
      try $0.count("SELECT count(*) AS n FROM webhook_delivery WHERE attempts = 1")
    }
    #expect(tried == 5)
  }

  @Test("A signature is the HMAC of time and message, under the webhook's own secret")
  func signature() async throws {
    let site = try await TestSite()
    let (secret, now) = (site.services.secret, site.now)
    let one = secret.webhookSignature(of: "{}", id: "a", at: now)
    #expect(one.wholeMatch(of: /t=\d+,v1=[0-9a-f]{64}/) != nil)
    #expect(one != secret.webhookSignature(of: "{}", id: "b", at: now))
    #expect(one != secret.webhookSignature(of: "{ }", id: "a", at: now))
  }

  @Test("The end of an evening is reported once; a copy reports nothing")
  func ended() async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(1)))
    let services = scene.services
    _ = try await WebhookEntry(url: "https://localhost/hook").store(of: scene.site.host.id, services)
    try await services.database.write { [now = scene.site.now] in
      try $0.execute("UPDATE party SET state = 'ended', ended_at = \(now)")
      try FolderIdentityStore(connection: $0).holdMail(at: now)
    }
    let count = { try await services.database.read { try $0.count("SELECT count(*) AS n FROM webhook_delivery") } }
    try await WebhookService(services: services).round()
    #expect(try await count() == 0)
    try await services.database.write { try FolderIdentityStore(connection: $0).releaseMail() }
    for _ in 1...2 { try await WebhookService(services: services).round() }
    #expect(try await count() == 1)
  }
}
