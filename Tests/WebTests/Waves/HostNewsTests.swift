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

@Suite("News of answers for the host")
struct HostNewsTests {
  @Test(
    "Somebody who was expected and declines days ahead: the host is told; weeks ahead the page says it early enough",
    arguments: [(3.0, 1), (20.0, 0)])
  func cancelled(_ days: Double, _ count: Int) async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.accepted, .accepted], slots: [20, 21])
    try await site.services.database.write { [now = site.now] connection in
      let store = PartyStore(connection: connection)
      var party = try store.party(table.party)
      (party.stage, party.start) = (.scheduled, now.addingTimeInterval(days * 86_400))
      party.confirmedAt = now
      try store.update(party, at: now)
    }
    try await site.run { browser in
      for _ in 0..<2 { _ = try await browser.post(.reply(table.token(0)), [("answer", "no")]) }
      let notices = try await site.services.database.read {
        try $0.count("SELECT count(*) AS n FROM outbox WHERE kind = 'notice' AND subject LIKE '%doch nicht kommen%'")
      }
      #expect(notices == count)
    }
  }

  @Test("When the expected declines don't come, the host is told once for each guest too many")
  func overbooked() async throws {
    let scene = try await WaveScene { ($0.seats, $0.expectedDeclines) = (2, 2) }
    try await scene.sendNext()
    try await scene.site.run { browser in
      for known in try await scene.guests().prefix(4) {
        let token = scene.services.personalToken(known.guest.id, number: 1)
        for _ in 0..<2 { _ = try await browser.post(.reply(token), [("answer", "yes")]) }
      }
      #expect(try await browser.signedIn().get(.party(scene.party)).contains("4 Zusagen für 2 Plätze"))
    }
    #expect(try await scene.mails().filter { $0.kind == .notice }.map(\.key.last) == ["3", "4"])
  }

  @Test("When an expected guest objects days ahead, the host is told once")
  func objected() async throws {
    let scene = try await WaveScene { party in
      (party.dateKind, party.start) = (.fixed, TestSite.start.addingTimeInterval(3 * 86_400))
    }
    try await scene.sendNext()
    try await scene.site.run { browser in
      let guest = try await scene.guest("Anna Berg").guest
      let token = scene.services.personalToken(guest.id, number: 1)
      _ = try await browser.post(.reply(token), [("answer", "yes")])
      try await scene.services.database.write { [now = scene.site.now] connection in
        var known = try GuestStore(connection: connection).guest(guest.id, of: scene.party).guest
        _ = known.invitation.apply(.objected, at: now)
        try GuestStore(connection: connection).update(known)
      }
      for _ in 0..<2 { try await scene.tick() }
    }
    let told = try await scene.mails().filter { $0.kind == .notice && $0.subject.contains("Anna Berg") }
    #expect(told.count == 1)
  }

  @Test("Both hosts of a party get its news, each in their language and once, unless they want none")
  func both() async throws {
    let scene = try await WaveScene { ($0.seats, $0.expectedDeclines) = (2, 3) }
    let jonas = try await scene.site.addCohost(of: scene.party)
    try await scene.sendNext()
    try await scene.site.run { browser in
      let (owner, second) = (try await browser.signedIn(), try await browser.signedIn(as: jonas))
      let guests = try await scene.guests()
      func accept(_ number: Int) async throws {
        let token = scene.services.personalToken(guests[number].guest.id, number: 1)
        for _ in 0..<2 { _ = try await browser.post(.reply(token), [("answer", "yes")]) }
      }
      for number in 0..<3 { try await accept(number) }
      #expect(try await second.get(.party(scene.party)).contains("name=\"news\" value=\"1\" checked"))
      _ = try await second.post(.signing(scene.party), [("signer", "owner"), ("asked", "news")])
      #expect(try await !second.get(.party(scene.party)).contains("name=\"news\" value=\"1\" checked"))
      try await accept(3)
      _ = try await owner.post(.signing(scene.party), [("signer", "owner"), ("asked", "news")])
      try await accept(4)
    }
    let told = try await scene.mails().filter { $0.kind == .notice && !$0.key.hasPrefix("cohost:") }
    let host = scene.site.host
    #expect(told.map(\.recipient) == [host.email, jonas.email, host.email, host.email], "somebody must hear it")
    #expect(told[0].subject == "Mehr Zusagen als Plätze" && told[1].subject == "More guests than seats")
  }

  @Test("News waiting for a former co-host is not sent")
  func noMore() async throws {
    let scene = try await WaveScene { ($0.seats, $0.expectedDeclines) = (1, 2) }
    _ = try await scene.site.addCohost(of: scene.party)
    try await scene.sendNext()
    try await scene.site.run { browser in
      for known in try await scene.guests().prefix(2) {
        let token = scene.services.personalToken(known.guest.id, number: 1)
        _ = try await browser.post(.reply(token), [("answer", "yes")])
      }
      _ = try await browser.signedIn().post(.cohost(scene.party), [("removed", "1")])
    }
    let told = try await scene.mails().filter { $0.kind == .notice }
    #expect(told.map(\.state) == [.queued, .cancelled])
  }

  @Test("A failed notice to the host is not an undelivered letter")
  func failedNotice() async throws {
    let scene = try await WaveScene()
    try await scene.services.database.write { [services = scene.services, host = scene.site.host] connection in
      let party = try PartyStore(connection: connection).party(scene.party)
      let postbox = Postbox(services: services)
      try postbox.post(postbox.notice(.waiting(name: "A"), key: "n", party: party, host: host), connection)
      try connection.execute("UPDATE outbox SET state = 'failed'")
    }
    let facts = try await scene.services.database.read { [host = scene.site.host] in
      try JourneyStore(connection: $0).facts(scene.party, of: host.id)
    }
    #expect(facts.failedMails == 0)
  }

  @Test("A ripe poll is reported again while nothing is decided")
  func ripePoll() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.accepted], slots: [10, 11])
    let watch = PollWatch(services: site.services)
    try await site.run { browser in
      let fields = try await table.slots().map { ("vote.\($0.id)", "yes") }
      _ = try await browser.post(.votes(table.token(0)), fields)
    }
    var told: [Int] = []
    for _ in 0..<14 {
      told.append(try await site.services.database.write { try watch.look($0) })
      site.advance(days: 1)
    }
    #expect(told == [1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0])
  }
}
