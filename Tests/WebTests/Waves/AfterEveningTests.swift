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

@Suite("Steps check the party's stage")
struct AfterEveningTests {
  @Test("After an evening nothing can be taken back, reminded of or cancelled, and nobody gets mail about it")
  func over() async throws {
    let scene = try await WaveScene { $0.seats = 8 }
    try await scene.sendNext()
    try await scene.drain(FakeTransport())
    let (anna, bruno) = (try await scene.guest("Anna Berg").guest, try await scene.guest("Bruno Kern").guest)
    try await scene.answer("Bruno Kern", .yes)
    try await set(.ended, scene)
    let before = try await scene.mails().count
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      for path in [
        Path.withdrawal(scene.party, bruno.id), .reminder(scene.party, anna.id), .silence(scene.party, anna.id),
        .admission(scene.party, anna.id), .cancellation(scene.party),
      ] {
        #expect(try await host.post(path, [("reason", "Zu spät")]).status == 409, "\(path.text)")
      }
      let page = try await host.get(.waves(scene.party))
      #expect(!page.contains("/withdrawal") && !page.contains("/reminder"))
    }
    #expect(try await scene.mails().count == before)
    #expect(try await scene.states()["Bruno Kern"] == .accepted)
  }

  @Test("A guest whose invitation is taken back during the evening does not stay inside")
  func withdrawnInside() async throws {
    let scene = try await FloorScene()
    let (_, guests) = try await inside(scene)
    let id = try await scene.guests()[0].guest.id
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await host.post(.withdrawal(scene.party, id)).status == 303)
    }
    #expect(guests[0].socket.code != nil)
    #expect(guests[1].socket.code == nil)
  }

  private func set(_ stage: PartyStage, _ scene: WaveScene) async throws {
    try await scene.services.database.write { [now = scene.site.now] connection in
      let store = PartyStore(connection: connection)
      var party = try store.party(scene.party)
      (party.stage, party.start, party.confirmedAt) = (stage, now.addingTimeInterval(-86_400), now)
      try store.update(party, at: now)
    }
  }
}
