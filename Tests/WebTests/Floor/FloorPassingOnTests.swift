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

@Suite struct FloorPassingOnTests {
  @Test("Only people with a link can signal each other")
  func signals() async throws {
    let scene = try await FloorScene()
    let (_, guests) = try await inside(scene)
    let data = try PassedOn(#"{"description": {"type": "offer", "sdp": "v=0"}}"#)
    await guests[0].say(.signal(to: guests[1].who, data: data))
    #expect(guests[0].socket.problems == [.notLinked])
    #expect(guests[1].socket.messages.isEmpty)

    await meet(guests[0], guests[1])
    #expect(guests[0].socket.links?.map(\.peer) == [guests[1].who])
    await guests[0].say(.signal(to: guests[1].who, data: data))
    #expect(guests[1].socket.messages.contains(.signal(from: guests[0].who, data: data)))
    #expect(!guests[2].socket.messages.contains(.signal(from: guests[0].who, data: data)))

    await guests[1].ask(.moveToFreeTable)
    #expect(guests[0].socket.links == [], "told at once that nothing flows any more")
    guests[0].socket.forget()
    await guests[0].say(.signal(to: guests[1].who, data: data))
    await guests[0].say(.signal(to: ParticipantID("media"), data: data))
    #expect(guests[0].socket.problems == [.notLinked, .notLinked])
  }

  @Test("Things said and written at a table are shown there and nowhere else")
  func visibility() async throws {
    let scene = try await FloorScene()
    let (host, guests) = try await inside(scene)
    await meet(guests[0], guests[1])
    for visitor in guests + [host] { visitor.socket.forget() }
    await guests[0].ask(.say(text: "Unter uns"))
    await guests[0].ask(.coaster(line: nil, revision: nil, text: "Geheim"))
    #expect(guests[1].socket.changes.count == 2)
    for other in [guests[2], guests[3], host] { #expect(other.socket.changes.isEmpty) }
    await guests[2].hello(last: 1)
    let told = String(decoding: guests[2].socket.messages.flatMap { Array($0.json.readableBytesView) }, as: UTF8.self)
    #expect(!told.contains("Unter uns") && !told.contains("Geheim"), "not on coming back either")
  }

  @Test("Somebody who comes to a table reads what is on its coaster")
  func notes() async throws {
    let scene = try await FloorScene()
    let (_, guests) = try await inside(scene)
    await guests[0].ask(.moveToFreeTable)
    await guests[0].ask(.coaster(line: nil, revision: nil, text: "Studie"))
    let table = try #require(await guests[0].floor.shown.people[guests[0].who]?.table)
    await guests[1].ask(.move(table: table))
    let notes = guests[1].socket.messages.compactMap { if case .table(let notes) = $0 { notes } else { nil } }
    #expect(notes.last?.coaster.map(\.text) == ["Studie"] && notes.last?.talk == [])
  }

  @Test("Cards are shown to both once both agree, and again to a reloaded page")
  func cards() async throws {
    let scene = try await FloorScene()
    let (_, guests) = try await inside(scene)
    await meet(guests[0], guests[1])
    await guests[0].ask(.offerCard(to: guests[1].who))
    #expect(cards(guests[0]).isEmpty && cards(guests[1]).isEmpty)
    await guests[1].ask(.answerCard(from: guests[0].who, take: true))
    for _ in 0..<100 where cards(guests[0]).isEmpty || cards(guests[1]).isEmpty {
      try await Task.sleep(for: .milliseconds(10))
    }
    #expect(cards(guests[1]).map(\.email) == ["anna.berg@example.org"])
    #expect(cards(guests[0]).map(\.email) == ["bruno.kern@example.org"])
    #expect(cards(guests[2]).isEmpty)
    let again = await Visitor(guests[0].who, at: guests[0].floor).hello()
    #expect(cards(again).count == 1)
  }

  @Test("A glass is raised at one's table, a caption reaches as far as a voice, a nod reaches all")
  func small() async throws {
    let scene = try await FloorScene()
    let (host, guests) = try await inside(scene)
    await meet(guests[0], guests[1])
    await guests[0].say(.clink(to: guests[1].who))
    await guests[0].say(.clink(to: guests[2].who))
    await guests[0].say(.caption(text: "wie gesagt", isFinal: true))
    await guests[0].say(.react(.nod))
    let clink = ServerMessage.clink(from: guests[0].who, to: guests[1].who)
    let caption = ServerMessage.caption(from: guests[0].who, text: "wie gesagt", isFinal: true)
    #expect(guests[0].socket.messages.contains(clink) && guests[1].socket.messages.contains(clink))
    #expect(guests[0].socket.problems == [.notLinked])
    #expect(guests[1].socket.messages.contains(caption) && !guests[0].socket.messages.contains(caption))
    for other in [guests[2], guests[3], host] {
      #expect(other.socket.messages == [.react(from: guests[0].who, .nod)] || other.socket.changes.count > 0)
      #expect(!other.socket.messages.contains(clink) && !other.socket.messages.contains(caption))
    }
  }

  @Test("Nothing except a greeting is accepted first")
  func helloFirst() async throws {
    let scene = try await FloorScene()
    let visitor = Visitor(try await scene.ids()[0], at: try await scene.floor())
    await visitor.ask(.enter)
    await visitor.say(.beat)
    #expect(visitor.socket.problems == [.helloFirst, .helloFirst])
    #expect(try await scene.count("SELECT count(*) AS n FROM floor_event WHERE party_id = \(scene.party)") == 0)
  }

  @Test("Credentials for TURN come with the welcome, and again before they end")
  func credentials() async throws {
    let scene = try await FloorScene { settings in
      settings.turn = .init(urls: ["stun:a.example", "turn:a.example"], secret: "north", lifetime: 3600)
    }
    let guest = await Visitor(try await scene.ids()[0], at: try await scene.floor()).hello()
    let welcome = try #require(guest.socket.welcome)
    #expect(welcome.ice.map(\.urls) == [["stun:a.example"], ["turn:a.example"]])
    #expect(welcome.ice.last?.username == "\(Int(scene.site.now.timeIntervalSince1970) + 3600):\(guest.who.rawValue)")
    await guest.floor.tick()
    #expect(offers(guest).isEmpty)
    scene.site.advance(seconds: 3400)
    await guest.floor.tick()
    await guest.floor.tick()
    #expect(offers(guest).map(\.iceUntil) == [Moment(scene.site.now.addingTimeInterval(3600))])
  }

  @Test("Somebody removed gets no new credentials, and theirs end within twenty minutes")
  func sentAway() async throws {
    let scene = try await FloorScene { $0.turn = .init(urls: ["turn:a.example"], secret: "north") }
    let (host, guests) = try await inside(scene)
    scene.site.advance(seconds: 16 * 60)
    await host.floor.tick()
    #expect(offers(guests[0]).map(\.iceUntil) == [Moment(scene.site.now.addingTimeInterval(20 * 60))])
    for guest in guests { guest.socket.forget() }
    await host.ask(.remove(who: guests[0].who))
    for _ in 0..<6 {
      scene.site.advance(seconds: 600)
      await host.floor.tick()
    }
    #expect(offers(guests[0]).isEmpty && !offers(guests[1]).isEmpty)
  }

  @Test("A relay is given out from a day before the evening, even to pages opened before that")
  func relayLead() async throws {
    let scene = try await FloorScene { settings in
      settings.turn = .init(urls: ["stun:a.example", "turn:a.example"], secret: "north", lifetime: 3600)
    }
    try await scene.services.database.write { [party = scene.party, start = scene.site.now] in
      try $0.execute("UPDATE party SET starts_at = \(start.addingTimeInterval(2 * 86_400)) WHERE id = \(party)")
    }
    let guest = await Visitor(try await scene.ids()[0], at: try await scene.floor()).hello()
    #expect(guest.socket.welcome?.ice.map(\.urls) == [["stun:a.example"]])
    await guest.floor.tick()
    #expect(offers(guest).isEmpty)
    scene.site.advance(days: 1)
    await guest.floor.tick()
    #expect(offers(guest).map { $0.ice.count } == [2])
  }

  @Test("More signals than two browsers need are not passed on")
  func tooMany() async throws {
    let scene = try await FloorScene()
    let (_, guests) = try await inside(scene)
    await meet(guests[0], guests[1])
    for visitor in guests { visitor.socket.forget() }
    for _ in 0..<250 { await guests[0].say(.signal(to: guests[1].who, data: .nothing)) }
    #expect(guests[1].socket.messages.count == 200)
    #expect(guests[0].socket.problems == Array(repeating: .tooMany, count: 50))
  }

  private func meet(_ one: Visitor, _ other: Visitor) async {
    await one.ask(.moveToFreeTable)
    if let table = await one.floor.shown.people[one.who]?.table { await other.ask(.move(table: table)) }
  }

  private func cards(_ visitor: Visitor) -> [FloorCard] {
    visitor.socket.messages.compactMap { if case .card(_, let card) = $0 { card } else { nil } }
  }

  private func offers(_ visitor: Visitor) -> [IceOffer] {
    visitor.socket.messages.compactMap { if case .ice(let offer) = $0 { offer } else { nil } }
  }
}
