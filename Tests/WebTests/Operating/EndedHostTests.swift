import Core
import Foundation
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

@Suite("What a host who was locked out, removed or replaced leaves running")
struct EndedHostTests {
  @Test("Programs and calendars of a host who is locked out are left alone, and theirs again once readmitted")
  func programs() async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(1)))
    let (services, host) = (scene.services, scene.site.host)
    let webhook = try await WebhookEntry(url: "https://localhost/hook").store(of: host.id, services)
    let tell = {
      try await services.database.write { [party = scene.party] connection in
        try WebhookNews(services: services, connection: connection).tell(.ended, of: host.id, party: party)
      }
    }
    let look = {
      try await services.database.read { [now = scene.site.now] connection in
        [
          try connection.count("SELECT count(*) AS n FROM webhook_delivery"),
          try BusyStore(connection: connection).due(triedBefore: now, at: now).count,
        ]
      }
    }
    try await services.database.write { connection in
      let source = BusyStore.Source(host: host.id, address: "https://calendar.example.net/a.ics", zone: "Europe/Berlin")
      try BusyStore(connection: connection).save(source)
      try connection.execute("UPDATE party SET date_kind = 'poll', state = 'inviting'")
    }
    try await tell()
    #expect(try await look() == [1, 1])
    let found = try await services.database.read { [now = scene.site.now] in
      try WebhookStore(connection: $0).due(at: now, longest: 60, limit: 1).first
    }
    let waiting = try #require(found)
    let stands = { try await services.database.read { try WebhookStore(connection: $0).stands(waiting) } }
    #expect(try await stands())
    try await services.disableHost(host.email)
    #expect(try await !stands())
    try await tell()
    #expect(try await look() == [0, 0])
    _ = try await services.addHost(email: host.email, name: "", language: .german)
    try await tell()
    #expect(try await look() == [1, 1])
    #expect(waiting.webhook == webhook.id)
  }

  @Test("Nobody signs another's letters any more once they are locked out or removed", arguments: [true, false])
  func signature(isRemoved: Bool) async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(1)))
    let jonas = try await scene.site.addCohost(of: scene.party)
    try await sign(scene, by: jonas)
    if isRemoved {
      try await scene.services.removeHost(jonas.email)
    } else {
      try await scene.services.disableHost(jonas.email)
    }
    #expect(try await signers(scene) == ["", "", ""])
  }

  @Test("A party that passes to its second host is signed by nobody else; acts that wait belong to whoever has it")
  func transferred() async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(1)), hold: 10)
    let (jonas, mine) = (try await scene.site.addCohost(of: scene.party), scene.site.host)
    try await sign(scene, by: jonas)
    let guests = try await scene.guests().map(\.guest.id)
    let acts = HeldActs(services: scene.services)
    _ = try await acts.press(.letters(guests), at: scene.party, of: mine, by: jonas)
    // The second host's things pass to the first, with whom they co-host nothing.
    try await scene.services.transferHost(from: jonas.email, to: mine.email)
    #expect(try await signers(scene) == ["", "", ""])
    let act = try await scene.services.database.read { [party = scene.party] in
      try HeldActStore(connection: $0).act(of: party, host: mine.id)
    }
    #expect(act != nil && act?.pressedBy == nil)
    try await scene.services.removeHost(jonas.email)
    scene.site.advance(seconds: 10)
    #expect(try await acts.finishDue().count == 1)
    #expect(try await scene.mails().allSatisfy { !$0.text.contains("Jonas Wirth") })
  }

  private func sign(_ scene: WaveScene, by host: Host) async throws {
    try await scene.services.database.write { [party = scene.party] in
      try CohostStore(connection: $0).sign(party, by: host)
    }
  }

  private func signers(_ scene: WaveScene) async throws -> [String] {
    try await scene.services.database.read { [party = scene.party] connection in
      try connection.rows("SELECT signer_name, signer_email, signer_lines FROM party WHERE id = \(party)") { row in
        try ["signer_name", "signer_email", "signer_lines"].map { try row.get($0, as: String.self) }
      }[0]
    }
  }
}
