import Core
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

/// Work that was put off while the clock was wrong does not wait until the clock is that late once more.
@Suite("A clock that was ahead for a while")
struct ClockStepTests {
  static let steps: [Double] = [3600, 365 * 86_400]

  @Test("A held act is performed soon after, and is never performed twice", arguments: steps)
  func heldAct(_ seconds: Double) async throws {
    let scene = try await WaveScene(hold: 10)
    let acts = HeldActs(services: scene.services)
    scene.site.stepClock(seconds: seconds)
    let guests = try await scene.guests().map(\.guest.id)
    #expect(try await acts.press(.letters(guests), at: scene.party, of: scene.site.host, by: scene.site.host) == .held)
    scene.site.stepClock(seconds: -seconds)
    #expect(try await acts.finishDue().isEmpty)
    scene.site.advance(seconds: 10)
    #expect(try await acts.finishDue().count == 1)
    #expect(try await acts.finishDue().isEmpty)
    #expect(try await scene.mails().count == guests.count)
  }

  @Test("A clock that jumps ahead takes nobody the seconds in which they can take an act back", arguments: steps)
  func jump(_ seconds: Double) async throws {
    let scene = try await WaveScene(hold: 10)
    let acts = HeldActs(services: scene.services)
    let guests = try await scene.guests().map(\.guest.id)
    _ = try await acts.press(.letters(guests), at: scene.party, of: scene.site.host, by: scene.site.host)
    scene.site.advance(seconds: 2)
    scene.site.stepClock(seconds: seconds)
    #expect(try await acts.finishDue().isEmpty)
    scene.site.advance(seconds: 8)
    #expect(try await acts.finishDue().count == 1)
    #expect(try await scene.mails().count == guests.count)
  }

  @Test("Mail that was written then leaves, and so does mail that was put off then", arguments: steps)
  func mail(_ seconds: Double) async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(2)))
    scene.site.stepClock(seconds: seconds)
    try await scene.sendNext()
    scene.site.stepClock(seconds: -seconds)
    let transport = FakeTransport()
    try await scene.drain(transport)
    #expect(await transport.accepted.count == 2)
    try await scene.services.database.write { [now = scene.site.now] in
      let late = now.addingTimeInterval(365 * 86_400)
      try $0.execute("UPDATE outbox SET state = 'queued', attempts = 1, created_at = \(now), next_attempt_at = \(late)")
    }
    let second = FakeTransport()
    try await scene.drain(second)
    #expect(await second.accepted.count == 2)
  }

  @Test("Mail over the budget still waits for its day")
  func budget() async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(1)))
    try await scene.sendNext()
    try await scene.services.database.write { [now = scene.site.now] in
      try $0.execute("UPDATE outbox SET next_attempt_at = \(now.addingTimeInterval(5 * 86_400))")
    }
    let transport = FakeTransport()
    try await scene.drain(transport)
    #expect(await transport.accepted.isEmpty)
  }

  @Test("A pause of all mail ends", arguments: steps)
  func pause(_ seconds: Double) async throws {
    let site = try await TestSite()
    let status = site.services.outbox
    _ = status.pause(because: MailFailure(.authentication), at: site.now.addingTimeInterval(seconds * 30))
    #expect(!status.isPaused(at: site.now))
    _ = status.pause(because: MailFailure(.authentication), at: site.now)
    #expect(status.isPaused(at: site.now))
  }

  @Test("A webhook's message is tried again, and a calendar is asked again", arguments: steps)
  func programs(_ seconds: Double) async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(1)))
    let (services, later) = (scene.services, scene.site.now.addingTimeInterval(seconds + 86_400))
    let webhook = try await WebhookEntry(url: "https://localhost/hook").store(of: scene.site.host.id, services)
    try await services.database.write { [host = scene.site.host.id, now = scene.site.now] connection in
      let store = WebhookStore(connection: connection)
      try store.tell("{}", about: nil, to: [webhook], at: now) { services.newID() }
      try connection.execute("UPDATE webhook_delivery SET next_attempt_at = \(later)")
      let source = BusyStore.Source(host: host, address: "https://calendar.example.net/a.ics", zone: "Europe/Berlin")
      try BusyStore(connection: connection).save(source)
      try connection.execute("UPDATE busy_source SET tried_at = \(later)")
      try connection.execute("UPDATE party SET date_kind = 'poll', state = 'inviting'")
    }
    try await WebhookService(services: services).round()
    let (attempts, due) = try await services.database.read { [now = scene.site.now] connection in
      (
        try connection.count("SELECT attempts AS n FROM webhook_delivery"),
        try BusyStore(connection: connection).due(triedBefore: now.addingTimeInterval(-900), at: now).count
      )
    }
    #expect(attempts == 1 && due == 1)
  }
}
