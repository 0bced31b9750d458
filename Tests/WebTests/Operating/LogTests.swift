import Core
import Foundation
import Logging
import Mail
import NIOConcurrencyHelpers
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

@Suite("Logs")
struct LogTests {
  /// Everything that is logged, at any level.
  private struct Memory: LogHandler {
    let lines: NIOLockedValueBox<[String]>
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      lines.withLockedValue { $0.append("\(event.level) \(event.message) \(metadata) \(event.metadata ?? [:])") }
    }
  }

  @Test("No log line names anybody, at any level: no name, address, topic, letter or link")
  func canary() async throws {
    let lines = NIOLockedValueBox<[String]>([])
    let site = try await TestSite(logger: Logger(label: "test") { _ in Memory(lines: lines) }) {
      $0.smtp = SMTPSettings(host: "mail.example.net")
    }
    let shelf = Bookshelf(site: site)
    let people = try await shelf.add([
      .init(name: "Kanarienvogel Gelb", email: "canary@example.org", topics: ["Zwitschern"])
    ]).people
    let party = try await shelf.addParty()
    try await shelf.choose(people, for: party)
    let guest = try await shelf.guests(of: party)[0].guest.id
    let token = site.services.personalToken(guest, number: 1)
    try await site.run { browser in
      _ = try await browser.post(.signIn, [("email", site.host.email)])
      let host = try await browser.signedIn()
      let pages: [Path] = [
        .home, .people, .person(people[0]), .party(party.id), .choosing(party.id), .letters(party.id), .waves(party.id),
        .settings, .peopleCSV,
      ]
      for page in pages { _ = try await host.get(page) }
      _ = try await host.get(Path.people.query([("q", "Kanarienvogel")]))
      _ = try await host.post(.waves(party.id), [("way", "mail")])
      _ = try await host.post(.person(people[0]), [("name", "Kanarienvogel Gelb"), ("email", "no canary@")])
      _ = try await browser.get(.personal(token))
      _ = try await browser.post(.reply(token), [("answer", "yes"), ("word", "Zwitschern hilft")])
      _ = try await browser.get("/g/kanarienvogel")
    }
    let transport = FakeTransport()
    let reply = "550 <canary@example.org> Kanarienvogel unknown"
    for kind in [MailFailure.Kind.permanent, .temporary, .authentication] {
      await transport.fail(with: MailFailure(kind, code: 550, reply: reply))
      try? await OutboxDrain(services: site.services, transport: transport, accepted: .sent).run()
    }
    try await Retention(services: site.services).look()
    let logged = lines.withLockedValue { $0 }
    #expect(logged.count > 10)
    let canaries = ["anarienvogel", "canary", "Zwitschern", "miriam.sander", "Miriam", token.text, "mail.example.net"]
    for line in logged {
      for canary in canaries where line.contains(canary) { Issue.record("\(canary): \(line)") }
    }
  }
}
