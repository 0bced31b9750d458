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

  @Test("A letter that waited for days gives its guest all the days to answer, and nobody falls silent before it left")
  func waited() async throws {
    let start = TestSite.start.addingTimeInterval(40 * 86_400)
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(2))) {
      ($0.dateKind, $0.start, $0.release) = (.fixed, start, .automatic)
    }
    try await scene.sendNext()
    let first = try await scene.mails()[0].text
    scene.site.advance(days: 9)
    try await scene.tick()
    #expect(try await scene.states().values.allSatisfy { $0 == .invited })
    try await scene.drain(transport)
    #expect(await transport.accepted.count == 2)
    for known in try await scene.guests() {
      let answerBy = try #require(known.guest.invitation.answerBy)
      #expect(answerBy > scene.site.now.addingTimeInterval(6 * 86_400))
    }
    #expect(try await scene.mails()[0].text != first)
    scene.site.advance(days: 8)
    try await scene.tick()
    #expect(try await scene.states().values.allSatisfy { $0 == .silent })
  }

  @Test("News that asks its host to act before the evening does not come after it, nor after a cancellation")
  func notices() async throws {
    for key in ["waiting", "cancelled", "overbooked", "proposal", "poll", "undelivered"] {
      for stage in [PartyStage.ended, .cancelled] {
        let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(1)))
        let start = scene.site.now.addingTimeInterval(-3600)
        try await scene.services.database.write {
          [services = scene.services, party = scene.party, host = scene.site.host, now = scene.site.now] connection in
          let store = PartyStore(connection: connection)
          var stored = try store.party(party)
          let notice = Postbox(services: services).notice(
            .waiting(name: "A"), key: "\(key):1", party: stored, host: host)
          try Postbox(services: services).post(notice, connection)
          (stored.stage, stored.start) = (stage, start)
          try store.update(stored, at: now)
        }
        try await scene.drain(transport)
        let isSent = try await scene.mails().first?.state == .sent
        #expect(isSent == (key == "undelivered"), "\(key) \(stage)")
      }
    }
  }

  @Test("Mail about an evening that did not take place does not leave once it has another date")
  func anew() async throws {
    let start = TestSite.start.addingTimeInterval(3 * 86_400)
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(3))) {
      ($0.dateKind, $0.start) = (.fixed, start)
    }
    let late = scene.site
    try await scene.sendNext()
    let written = try await scene.guests()[0]
    try await scene.services.database.write { connection in
      try connection.execute("UPDATE outbox SET state = 'sent' WHERE guest_id = \(written.guest.id)")
    }
    try await late.run { browser in
      let token = scene.services.personalToken(written.guest.id, number: 1)
      _ = try await browser.post(.reply(token), [("answer", "yes")])
      let host = try await browser.signedIn()
      let words = [
        ("audience", "coming"), ("subject", "Bis gleich"), ("text", "Heute!"), ("send", "1"), ("number", "1"),
      ]
      #expect(try await host.post(.message(scene.party), words).status == 303)
      late.advance(days: 4)
      #expect(try await host.post(.noShow(scene.party)).status == 303)
      try await scene.drain(transport)
      #expect(await transport.accepted.isEmpty)
      #expect(
        try await host.post(.confirmation(scene.party), [("date", "2026-12-20"), ("time", "19:15")]).status == 303)
      try await scene.drain(transport)
      let sent = try await scene.mails().filter { $0.state == .sent && $0.guest != written.guest.id }
      #expect(sent.map(\.kind) == [.letter, .letter], "whoever never had their letter gets it, for the new date")
      #expect(sent.allSatisfy { $0.text.replacing("\n", with: " ").contains("20. Dezember") })
      #expect(try await scene.mails().allSatisfy { $0.kind != .message || $0.state == .cancelled })
    }
  }

  @Test("A letter for the host to send about an evening that did not take place gives way to one about the next date")
  func anewByHand() async throws {
    let start = TestSite.start.addingTimeInterval(3 * 86_400)
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(2))) {
      ($0.dateKind, $0.start) = (.fixed, start)
    }
    try await scene.sendNext(by: .hand)
    try await scene.services.database.write { [party = scene.party] in
      try $0.execute("UPDATE party SET state = 'inviting' WHERE id = \(party)")
    }
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      scene.site.advance(days: 3.05)
      #expect(try await host.post(.noShow(scene.party)).status == 303)
      #expect(
        try await host.post(.confirmation(scene.party), [("date", "2026-12-20"), ("time", "19:15")]).status == 303)
      #expect(try await scene.sendNext() == 2)
      try await scene.drain(transport)
      #expect(await transport.accepted.count == 2)
    }
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
