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

@Suite struct PersonUnionTests {
  @Test("If both are only on a shortlist, the kept one's place and sentence stay, and the other's fill the gaps")
  func places() async throws {
    let scene = try await WaveScene()
    let (kept, other) = (try await scene.guest("Anna Berg"), try await scene.guest("Bruno Kern"))
    try await scene.services.database.write { connection in
      let store = GuestStore(connection: connection)
      var (one, two) = (kept.guest, other.guest)
      one.letter.ownSentence = "Ihr Vortrag hat mich nicht losgelassen."
      (two.letter.ownSentence, two.letter.subject, two.isMustHave) = ("Anderes.", "Betreff", true)
      try store.update(one)
      try store.update(two)
    }
    try await scene.unite(kept, other)
    let guest = try await scene.guest("Anna Berg").guest
    #expect(guest.id == kept.guest.id && guest.letter.ownSentence == "Ihr Vortrag hat mich nicht losgelassen.")
    #expect(guest.letter.subject == "Betreff" && guest.isMustHave)
    #expect(try await scene.guests().count == Bookshelf.coaches.count - 1)
  }

  @Test("A place that is more than a note stays, with the kept one's sentence if it has none")
  func bound() async throws {
    let scene = try await WaveScene(hasServer: false)
    let (kept, other) = (try await scene.guest("Anna Berg"), try await scene.guest("Bruno Kern"))
    try await scene.services.database.write { connection in
      var one = kept.guest
      one.letter.ownSentence = "Ein Satz."
      try GuestStore(connection: connection).update(one)
    }
    let id = other.guest.id
    try await scene.step { waves, facts in try waves.write(to: [id], by: .hand, facts) }
    try await scene.unite(kept, other)
    let guest = try await scene.guest("Anna Berg").guest
    #expect(guest.id == id && guest.letter.ownSentence == "Ein Satz.")
    #expect(try await scene.mails().map(\.guest) == [id])
  }

  @Test("Either one's membership becomes the kept one's; ended only if both have left")
  func memberships() async throws {
    for (first, second, isCurrent) in [(false, true, true), (true, true, false), (false, false, true)] {
      let scene = try await CircleScene()
      let (kept, other) = (scene.people[0], scene.people[1])
      let circle = scene.circle
      try await scene.services.database.write { [now = scene.site.now] connection in
        // Two answers at one party would not merge.
        try connection.execute("DELETE FROM guest WHERE person_id = \(other)")
        let store = CircleMemberStore(connection: connection, circle: circle)
        if first { try store.leave(kept, at: now) }
        if second { try store.leave(other, at: now) }
        try connection.execute("UPDATE circle_member SET joined_at = 7 WHERE person_id = \(other)")
      }
      try await scene.services.database.write { [host = scene.site.host.id, now = scene.site.now] in
        try PersonUnion(connection: $0).unite(kept, with: other, of: host, at: now)
      }
      let members = try await scene.services.database.read {
        try CircleMemberStore(connection: $0, circle: circle).members()
      }
      let member = try #require(members.first { $0.person == kept })
      #expect((member.leftAt == nil) == isCurrent)
      #expect(member.joinedAt == Date(timeIntervalSince1970: 0.007))
      #expect(members.count == scene.people.count - 1)
    }
  }

  @Test(
    "A pause said under either name holds", arguments: [(10.0, nil), (nil, 10.0), (5.0, 10.0)] as [(Double?, Double?)])
  func pauses(_ first: Double?, _ second: Double?) async throws {
    let scene = try await CircleScene()
    let (kept, other, circle, now) = (scene.people[0], scene.people[1], scene.circle, scene.site.now)
    try await scene.services.database.write { [host = scene.site.host.id] connection in
      try connection.execute("DELETE FROM guest WHERE person_id = \(other)")
      let store = CircleMemberStore(connection: connection, circle: circle)
      for (person, days) in [(kept, first), (other, second)] {
        try store.pause(person, until: days.map { now.addingTimeInterval($0 * 86_400) })
      }
      try PersonUnion(connection: connection).unite(kept, with: other, of: host, at: now)
      let member = try store.members().first { $0.person == kept }
      #expect(member?.isPausing(at: now.addingTimeInterval(9 * 86_400)) == true)
    }
  }

  @Test("Somebody who never met the circle inherits a membership")
  func inherited() async throws {
    let scene = try await CircleScene()
    let fresh = try await Bookshelf(site: scene.site).add([.init(name: "A. Berg")], named: "Ostkongress").people[0]
    let (member, host, now) = (scene.people[0], scene.site.host.id, scene.site.now)
    try await scene.services.database.write {
      try PersonUnion(connection: $0).unite(fresh, with: member, of: host, at: now)
    }
    let members = try await scene.services.database.read { [circle = scene.circle] in
      try CircleMemberStore(connection: $0, circle: circle).members()
    }
    #expect(members.contains { $0.person == fresh })
    #expect(try await scene.guests(of: scene.evenings[0]).contains { $0.guest.person == fresh })
  }
}

extension WaveScene {
  fileprivate func unite(_ kept: KnownGuest, _ other: KnownGuest) async throws {
    let (one, two, host, now) = (kept.guest.person, other.guest.person, site.host.id, site.now)
    try await services.database.write { try PersonUnion(connection: $0).unite(one, with: two, of: host, at: now) }
  }
}
