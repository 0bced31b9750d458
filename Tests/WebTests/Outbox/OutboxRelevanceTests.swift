import Core
import Database
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

@Suite struct OutboxRelevanceTests {
  let transport = FakeTransport()

  @Test("Invitations that waited until the party began are stopped, and the host reads why")
  func begun() async throws {
    let start = TestSite.start.addingTimeInterval(3 * 86_400)
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(2))) {
      ($0.dateKind, $0.start) = (.fixed, start)
    }
    try await scene.sendNext()
    scene.site.advance(days: 4)
    try await scene.drain(transport)
    #expect(await transport.tries == 0)
    #expect(
      try await scene.mails().allSatisfy { $0.state == .cancelled && $0.problem?.key == "outbox.problem.begun" })
  }

  @Test("A letter for the host to send is removed when the evening begins, and stopped by a cancellation")
  func byHand() async throws {
    let start = TestSite.start.addingTimeInterval(3 * 86_400)
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(2))) {
      ($0.dateKind, $0.start) = (.fixed, start)
    }
    try await scene.sendNext(by: .hand)
    try await scene.drain(transport)
    #expect(try await scene.mails().map(\.state) == [.byHand, .byHand])
    scene.site.advance(days: 3.1)
    try await scene.drain(transport)
    #expect(try await scene.mails().isEmpty)
    #expect(try await scene.states().values.allSatisfy { $0 == .shortlisted })
  }

  @Test("A cancellation also stops mail waiting for the host to send")
  func cancelled() async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(2)))
    try await scene.sendNext(by: .hand)
    try await scene.services.database.write { [services = scene.services, party = scene.party] connection in
      try DateDecision(services: services, connection: connection).cancel(
        try PartyStore(connection: connection).party(party), reason: "")
    }
    #expect(
      try await scene.mails().allSatisfy {
        $0.state == .cancelled && $0.problem?.key == "outbox.problem.partyCancelled"
      })
  }
}
