import Core
import Database
import Foundation
import SystemZones
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

/// The data that survives an evening, and for how long.
@Suite struct FloorProjectionTests {
  @Test("Coaster, promise, cards, stays and speech are in tables of their own, as they happened")
  func projections() async throws {
    let scene = try await FloorScene()
    let (host, guests) = try await evening(scene)
    let (one, other) = (guests[0].who, guests[1].who)
    #expect(try await texts(scene) == ["Studie, zweite Fassung", "Mediation"])
    #expect(
      try await scene.count("SELECT count(*) AS n FROM promise WHERE maker = \(one) AND text = 'die Studie'") == 1)
    #expect(try await scene.count("SELECT count(*) AS n FROM promise_recipient WHERE recipient = \(other)") == 1)
    #expect(try await scene.count("SELECT count(*) AS n FROM card_exchange") == 2)
    #expect(try await scene.count("SELECT count(*) AS n FROM table_stay WHERE until IS NULL") == 0)
    #expect(
      try await scene.count("SELECT seconds AS n FROM encounter WHERE one = \(min(one, other))") == 300)
    #expect(try await scene.count("SELECT count(*) AS n FROM encounter") == 1)
    #expect(try await scene.count("SELECT spoken_seconds AS n FROM participant WHERE id = 'host'") == 90)
    #expect(try await scene.guests()[0].guest.drink == "Wasser")
    #expect(host.socket.code == 4003)
  }

  @Test("Erasing somebody removes what they said, wrote and promised, and leaves everybody else's")
  func erasure() async throws {
    let scene = try await FloorScene()
    let (_, guests) = try await evening(scene)
    let person = try await scene.guests()[0].guest.person
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await host.post(.personErasure(person)).status == 303)
    }
    let id = guests[0].who
    for table in [
      "participant", "table_stay", "coaster_line", "promise", "promise_recipient", "card_exchange", "encounter",
    ] {
      let mine = try await scene.services.database.read { connection in
        try connection.rows(SQL(stringLiteral: "SELECT * FROM \(table)")).count { "\($0)".contains(id.rawValue) }
      }
      #expect(mine == 0, "\(table)")
    }
    #expect(try await scene.count("SELECT count(*) AS n FROM floor_event WHERE body LIKE \("%\(id.rawValue)%")") == 0)
    #expect(try await scene.count("SELECT count(*) AS n FROM floor_event WHERE body LIKE '%Studie%'") == 0)
    #expect(try await texts(scene) == ["Mediation"])
  }

  @Test("Somebody erased during the party is gone from the floor")
  func erasedMeanwhile() async throws {
    let scene = try await FloorScene()
    let (host, guests) = try await inside(scene)
    await guests[0].ask(.moveToFreeTable)
    let person = try await scene.guests()[0].guest.person
    try await scene.site.run { browser in
      _ = try await (try await browser.signedIn()).post(.personErasure(person))
    }
    let last = await guests[0].floor.number
    let again = await Visitor(.host, at: try await scene.floor()).hello(last: last)
    #expect(again.socket.welcome?.view?.people.contains { $0.id == guests[0].who } == false)
    #expect(await again.floor.shown.people[guests[1].who]?.presence == .away)
    await again.ask(.announce(text: "Weiter geht es"))
    #expect(again.socket.done == [1])
    #expect(host.socket.code == 1012)
  }

  @Test("Thirty days after the end the record goes, and the keepsakes stay")
  func thinning() async throws {
    let scene = try await FloorScene()
    _ = try await evening(scene)
    let retention = Retention(services: scene.services)
    scene.site.advance(days: 29)
    try await retention.eraseWhatIsDue()
    #expect(try await scene.count("SELECT count(*) AS n FROM floor_event") > 0)
    scene.site.advance(days: 2)
    try await retention.eraseWhatIsDue()
    #expect(try await scene.count("SELECT count(*) AS n FROM floor_event") == 0)
    #expect(try await texts(scene).count == 2)
  }

  @Test("People who talked at an earlier party of the host's are known to the next floor")
  func acquainted() async throws {
    let scene = try await FloorScene()
    let (_, guests) = try await evening(scene)
    let people = try await scene.guests().prefix(3).map(\.guest.person)
    let next = try await scene.shelf.addParty { $0.stage = .scheduled }
    try await scene.shelf.choose(Array(people), for: next)
    for known in try await scene.shelf.guests(of: next) { try await scene.shelf.write(to: known) }
    let ids = try await scene.shelf.guests(of: next).map(\.guest.participant)
    let setup = try await scene.services.database.read { [id = next.id] in
      try FloorSetupStore(connection: $0, zones: SystemZones.standard.zones).setup(of: id)
    }
    #expect(setup.acquainted == [FloorSetup.Pair(ids[0], ids[1])])
    #expect(guests[0].who != ids[0])
  }

  /// Two of four talk for five minutes; then the host speaks for a minute and a half, and ends it.
  private func evening(_ scene: FloorScene) async throws -> (host: Visitor, guests: [Visitor]) {
    let (host, guests) = try await inside(scene)
    await guests[0].ask(.moveToFreeTable)
    if let table = await guests[0].floor.shown.people[guests[0].who]?.table { await guests[1].ask(.move(table: table)) }
    await guests[0].ask(.coaster(line: nil, revision: nil, text: "Studie"))
    await guests[0].ask(.coaster(line: 1, revision: 1, text: "Studie, zweite Fassung"))
    await guests[1].ask(.coaster(line: nil, revision: nil, text: "Mediation"))
    await guests[0].ask(.promise(to: [guests[1].who], text: "die Studie"))
    await guests[0].ask(.offerCard(to: guests[1].who))
    await guests[1].ask(.answerCard(from: guests[0].who, take: true))
    scene.site.advance(seconds: 300)
    await host.ask(.programme(parts: [.init(kind: .introductions, minutes: 10), .init(kind: .close, minutes: 5)]))
    await host.ask(.nextPart(index: nil))
    scene.site.advance(seconds: 90)
    await host.ask(.end)
    return (host, guests)
  }

  private func texts(_ scene: FloorScene) async throws -> [String] {
    try await scene.services.database.read { connection in
      try connection.rows("SELECT text FROM coaster_line ORDER BY line") { try $0.get("text") }
    }
  }
}
