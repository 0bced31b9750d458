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

@Suite struct PartyFloorTests {
  @Test("A new page gets the whole floor, then changes with rising numbers")
  func snapshot() async throws {
    let scene = try await FloorScene()
    let (host, guests) = try await inside(scene)
    let number = await guests[0].floor.number
    #expect(guests[0].socket.welcome == nil, "forgotten")
    await guests[0].hello()
    let welcome = try #require(guests[0].socket.welcome)
    #expect(welcome.number == number && welcome.view?.people.count == 5 && welcome.changes == nil)
    await host.ask(.announce(text: "Guten Abend"))
    await guests[1].ask(.moveToFreeTable)
    let numbers = guests[0].socket.changes.map(\.number)
    #expect(!numbers.isEmpty && numbers == numbers.sorted() && Set(numbers).count == numbers.count)
    #expect(numbers.first == number + 1)
  }

  @Test("A page that comes back with its last number gets what it missed, and keeps its seat")
  func resume() async throws {
    let scene = try await FloorScene()
    let (host, guests) = try await inside(scene)
    await guests[0].ask(.moveToFreeTable)
    let last = try #require(guests[0].socket.changes.last?.number)
    let seat = await guests[0].floor.shown.people[guests[0].who]?.table
    await guests[0].leave()
    await host.ask(.announce(text: "Eins"))
    let again = await Visitor(guests[0].who, at: guests[0].floor).hello(last: last)
    let changes = try #require(again.socket.welcome?.changes)
    #expect(again.socket.welcome?.view == nil)
    #expect(changes.contains { if case .announced(let text, _, _) = $0.event { text == "Eins" } else { false } })
    #expect(changes.allSatisfy { $0.number > last })
    #expect(seat != nil)
    #expect(await again.floor.shown.people[again.who]?.table == seat)
    #expect(await again.floor.shown.people[again.who]?.presence == .inside)
  }

  @Test("A number from nowhere gets the whole floor", arguments: [-5, 0, 1_000_000])
  func strangeNumber(_ last: Int) async throws {
    let scene = try await FloorScene()
    let (_, guests) = try await inside(scene)
    await guests[0].hello(last: last)
    #expect(guests[0].socket.welcome?.view != nil || guests[0].socket.welcome?.changes != nil)
    if last > 0 { #expect(guests[0].socket.welcome?.view != nil) }
  }

  @Test("After a restart the floor stands as it was, from what is stored")
  func restart() async throws {
    let scene = try await FloorScene()
    let (_, guests) = try await inside(scene)
    await guests[0].ask(.moveToFreeTable)
    await guests[0].ask(.coaster(line: nil, revision: nil, text: "Studie schicken"))
    let before = await guests[0].floor.shown
    let last = try #require(guests[0].socket.changes.last?.number)
    let services = scene.restarted()
    let floor = try await services.floors.floor(of: scene.party, services)
    let again = await Visitor(guests[0].who, at: floor).hello(last: last)
    #expect(again.socket.welcome?.changes != nil)
    let after = await floor.shown
    #expect(after.people[again.who]?.table == before.people[again.who]?.table)
    #expect(after.people[again.who]?.seat == before.people[again.who]?.seat)
    #expect(after.coasters == before.coasters)
    #expect(after.people[again.who]?.presence == .inside)
    #expect(after.people[guests[1].who]?.presence == .away, "whose page is not back yet")
  }

  @Test("A change that can't be stored is refused, shown to nobody, and leaves no trace")
  func storage() async throws {
    let scene = try await FloorScene()
    let database = BreakableDatabase(base: scene.services.database)
    let services = scene.restarted(database)
    let floor = try await services.floors.floor(of: scene.party, services)
    let host = await Visitor(.host, at: floor).enter()
    await host.ask(.doors(state: .open))
    let guest = await Visitor(try await scene.ids()[0], at: floor).enter()
    for visitor in [host, guest] { visitor.socket.forget() }
    let before = await (floor.shown, floor.number)
    database.isBroken.withLockedValue { $0 = true }
    await guest.ask(.moveToFreeTable, id: 3)
    #expect(guest.socket.refusals == ["notStored"] && guest.socket.done.isEmpty)
    #expect(guest.socket.changes.isEmpty && host.socket.changes.isEmpty)
    #expect(await floor.shown == before.0)
    #expect(await floor.planned == before.0)
    database.isBroken.withLockedValue { $0 = false }
    await guest.ask(.moveToFreeTable, id: 4)
    #expect(guest.socket.done == [4])
    #expect(guest.socket.changes.first?.number == before.1 + 1, "no number is lost")
    let stored = try await scene.count("SELECT count(*) AS n FROM floor_event WHERE party_id = \(scene.party)")
    #expect(await floor.number == stored)
  }

  @Test(
    "Where nobody knows whether it was stored, the floor is read anew: what was stored is there, and the next request is taken"
  )
  func unknown() async throws {
    let scene = try await FloorScene()
    let database = BreakableDatabase(base: scene.services.database)
    let services = scene.restarted(database)
    let floor = try await services.floors.floor(of: scene.party, services)
    let host = await Visitor(.host, at: floor).enter()
    await host.ask(.doors(state: .open))
    let guest = await Visitor(try await scene.ids()[0], at: floor).enter()
    for visitor in [host, guest] { visitor.socket.forget() }
    database.losesAnswers.withLockedValue { $0 = true }
    await guest.ask(.moveToFreeTable, id: 3)
    #expect(guest.socket.done.isEmpty && guest.socket.changes.isEmpty)
    database.losesAnswers.withLockedValue { $0 = false }
    var again = try await services.floors.floor(of: scene.party, services)
    for _ in 0..<500 where again === floor {
      try await Task.sleep(for: .milliseconds(10))
      again = try await services.floors.floor(of: scene.party, services)
    }
    #expect(again !== floor && host.socket.code == 1012, "pages come back")
    #expect(await again.shown.people[guest.who]?.table != nil, "it had been stored")
    let back = await Visitor(guest.who, at: again).hello()
    await back.ask(.stepAway, id: 4)
    #expect(back.socket.done == [4])
    let stored = try await scene.count("SELECT count(*) AS n FROM floor_event WHERE party_id = \(scene.party)")
    #expect(await again.number == stored)
  }

  @Test("The same seat opened in another window moves to the newer one")
  func takeOver() async throws {
    let scene = try await FloorScene()
    let (host, guests) = try await inside(scene)
    let newer = await Visitor(guests[0].who, at: guests[0].floor).hello()
    #expect(guests[0].socket.code == 4002)
    await guests[0].leave()
    #expect(await newer.floor.shown.people[newer.who]?.presence == .inside, "the older one's end says nothing")
    await host.ask(.announce(text: "Hallo"))
    #expect(newer.socket.changes.count == 1)
  }

  @Test("Somebody removed is told, and doesn't come back with the same link")
  func removed() async throws {
    let scene = try await FloorScene()
    let (host, guests) = try await inside(scene)
    await host.ask(.remove(who: guests[0].who))
    #expect(guests[0].socket.code == 4001)
    let again = await Visitor(guests[0].who, at: guests[0].floor).hello()
    #expect(again.socket.code == 4001 && again.socket.welcome == nil)
    let guest = try await scene.guests()[0].guest
    #expect(guest.removedAt == scene.site.now)
    let token = scene.services.personalToken(guest.id, number: guest.linkNumber)
    try await scene.site.run { browser in
      let floor = try await browser.get(.floor(token))
      #expect(floor.location == Path.personal(token).text)
      #expect(try await browser.post(.reply(token), [("answer", "no")]).status == 409)
      #expect(try await browser.get(.personal(token)).contains("Dieser Abend ist zu Ende"))
    }
  }

  @Test("Everybody is told the end, and every page closes")
  func end() async throws {
    let scene = try await FloorScene()
    let (host, guests) = try await inside(scene)
    await host.ask(.end)
    for visitor in guests + [host] {
      #expect(visitor.socket.code == 4003)
      #expect(visitor.socket.changes.contains { $0.event == .ended(by: .host) })
    }
    let party = try await scene.shelf.party(scene.party)
    #expect(party.stage == .ended)
    let late = await Visitor(guests[0].who, at: guests[0].floor).hello()
    #expect(late.socket.code == 4003)
  }

  @Test("A latecomer is told in their language what they missed")
  func missed() async throws {
    let scene = try await FloorScene()
    let floor = try await scene.floor()
    let host = await Visitor(.host, at: floor).enter()
    await host.ask(.doors(state: .open))
    await host.ask(.nextPart(index: nil))
    scene.site.advance(seconds: 180)
    var late = Visitor(try await scene.ids()[0], at: floor)
    late.language = .english
    await late.hello()
    let lines = try #require(late.socket.welcome?.missed)
    #expect((1...3).contains(lines.count))
    #expect(lines[0] == "On now: Arrivals, for 3 minutes.")
    #expect(host.socket.welcome?.missed == nil)
  }

  @Test(
    "All rounds are planned together while everybody stays; when somebody goes the next is planned anew, and the host sees which"
  )
  func wholePlan() async throws {
    let scene = try await FloorScene(guests: 15)
    let (host, guests) = try await inside(scene)
    await host.ask(.programme(parts: [.init(kind: .mingling, title: "", minutes: 60)]))
    await host.ask(.nextPart(index: 0))
    await host.ask(.startRounds(count: 4, minutes: 5))
    await host.floor.tick()
    var rounds = await host.floor.shown.rounds
    #expect(rounds?.isWhole == true)
    for _ in 0..<6 {
      scene.site.advance(seconds: 60)
      await host.floor.tick()
    }
    rounds = await host.floor.shown.rounds
    #expect(rounds?.current == 2 && rounds?.isWhole == true)
    await guests[3].ask(.leave)
    // The second round has begun within this minute, so its end and the next one's beginning are sure to fall in the
    // next seven.
    for _ in 0..<7 {
      scene.site.advance(seconds: 60)
      await host.floor.tick()
    }
    rounds = await host.floor.shown.rounds
    #expect(rounds?.current == 3 && rounds?.isWhole == nil)
    let told = host.socket.changes.compactMap { if case .rounds(let rounds?) = $0.event { rounds } else { nil } }
    #expect(told.last { $0.current == 2 }?.isWhole == true && told.last?.isWhole == nil)
  }

  @Test("Time passes without anybody's help: a part ends, and the next begins")
  func clock() async throws {
    let scene = try await FloorScene()
    let (host, guests) = try await inside(scene)
    await host.ask(.nextPart(index: nil))
    for _ in 0..<8 {
      scene.site.advance(seconds: 60)
      await guests[0].floor.tick()
    }
    #expect(guests[0].socket.changes.contains { if case .warned = $0.event { true } else { false } })
    #expect(await guests[0].floor.shown.clock?.index == 1)
  }
}
