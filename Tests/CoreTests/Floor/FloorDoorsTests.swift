import Testing

@testable import Core

@Suite("Doors and people")
struct FloorDoorsTests {
  private let profile = Participant.Profile(name: " Ada  Winter ", line: "Trains\ncoaches", drink: "Tea")

  @Test("Before the time only the host comes in; the others wait in the lobby")
  func closed() throws {
    var evening = Evening(guests: 1)
    try evening.ask(g(1), .arrive(profile: profile, mode: .voice))
    #expect(throws: FloorRefusal.doorClosed) { try evening.ask(g(1), .enter) }
    #expect(try evening.person(g(1)).presence == .lobby)
    try evening.comeIn(.host)
    #expect(try evening.person(.host).presence == .inside)
  }

  @Test("A profile is one line each, trimmed, and needs a name")
  func profiles() throws {
    var evening = Evening(guests: 1)
    try evening.ask(g(1), .arrive(profile: profile, mode: .voice))
    #expect(try evening.person(g(1)).profile == .init(name: "Ada Winter", line: "Trains coaches", drink: "Tea"))
    let refusals: [(Participant.Profile, FloorRefusal)] = [
      (.init(name: " \u{202E}\u{0007} ", line: "", drink: ""), .emptyText),
      (.init(name: String(repeating: "a", count: 81), line: "", drink: ""), .textTooLong),
      (.init(name: "A", line: String(repeating: "a", count: 121), drink: ""), .textTooLong),
      (.init(name: "A", line: "", drink: String(repeating: "a", count: 41)), .textTooLong),
    ]
    for (profile, refusal) in refusals {
      #expect(throws: refusal) { try evening.ask(g(1), .change(profile: profile)) }
    }
  }

  @Test("Somebody who comes to the lobby again changes only what is new")
  func twice() throws {
    var evening = Evening(guests: 1)
    try evening.ask(g(1), .arrive(profile: profile, mode: .voice))
    #expect(try evening.ask(g(1), .arrive(profile: profile, mode: .voice)) == [])
    let events = try evening.ask(g(1), .arrive(profile: profile, mode: .camera))
    #expect(events == [.mode(who: g(1), mode: .camera, muted: false)])
  }

  @Test("Where people knock at the door, the host's nod admits, once for the evening")
  func knocking() throws {
    var evening = Evening(guests: 2)
    try evening.ask(.host, .doors(state: .knock))
    for guest in [g(1), g(2)] { try evening.comeIn(guest) }
    #expect(try evening.ask(g(1), .enter) == [])
    #expect(try evening.person(g(1)).presence == .waiting)
    #expect(throws: FloorRefusal.notHosting) { try evening.ask(g(2), .letIn(who: g(1))) }
    #expect(try evening.ask(.host, .letIn(who: g(1))) == [.entered(who: g(1))])
    #expect(throws: FloorRefusal.noSuchPerson) { try evening.ask(.host, .letIn(who: g(1))) }
    try evening.ask(g(1), .leave)
    try evening.comeIn(g(1))
    #expect(evening.floor.isInside(g(1)))
  }

  @Test("When the doors open, the people waiting come in, in the order in which they came")
  func opening() throws {
    var evening = Evening(guests: 3)
    try evening.ask(.host, .doors(state: .knock))
    for guest in [g(3), g(1)] { try evening.comeIn(guest) }
    try evening.arrive(g(2))
    let events = try evening.ask(.host, .doors(state: .open))
    #expect(events == [.doors(state: .open), .entered(who: g(3)), .entered(who: g(1))])
    #expect(try evening.person(g(2)).presence == .lobby)
  }

  @Test("Somebody who comes back after leaving is in again with one tap")
  func returning() throws {
    var evening = try Evening.running(1)
    try evening.ask(g(1), .leave)
    #expect(try evening.person(g(1)).presence == .left)
    try evening.ask(g(1), .enter)
    #expect(evening.floor.isInside(g(1)))
  }

  @Test("A removed person can't come back by any way, and sees nothing more")
  func removal() throws {
    var evening = try Evening.running(2)
    try evening.gather(g(1), g(2), at: t(1))
    try evening.ask(g(1), .offerCard(to: g(2)))
    let events = try evening.ask(.host, .remove(who: g(1)))
    #expect(events.contains(.cardWithdrawn(from: g(1), to: g(2))))
    #expect(evening.company(t(1)) == [g(2)])
    for request in [FloorRequest.arrive(profile: profile, mode: .voice), .enter, .leave, .say(text: "I'm here")] {
      #expect(throws: FloorRefusal.removed) { try evening.ask(g(1), request) }
    }
    #expect(evening.resume(g(1)) == [])
    #expect(evening.floor.view(of: g(1)) == nil)
    #expect(evening.floor.isVisible(.removed(who: g(1), by: .host), to: g(1)))
    #expect(!evening.floor.isVisible(.doors(state: .open), to: g(1)))
  }

  @Test("Nobody can remove the host, or themselves")
  func noRemoval() throws {
    var evening = try Evening.running(2)
    try evening.ask(.host, .handOver(to: g(1)))
    #expect(throws: FloorRefusal.noSuchPerson) { try evening.ask(g(1), .remove(who: .host)) }
    #expect(throws: FloorRefusal.noSuchPerson) { try evening.ask(g(1), .remove(who: g(1))) }
    #expect(throws: FloorRefusal.notHosting) { try evening.ask(g(2), .remove(who: g(1))) }
  }

  @Test("The host's role is handed on, and returns once its holder has gone for good")
  func handingOver() throws {
    var evening = try Evening.running(2)
    try evening.ask(.host, .handOver(to: g(1)))
    #expect(evening.floor.people.values.filter(\.isHosting).map(\.id) == [g(1)])
    try evening.ask(g(1), .announce(text: "Welcome"))
    try evening.ask(.host, .announce(text: "I may still do that"))
    try evening.ask(.host, .leave)
    evening.drop(g(1))
    #expect(evening.pass(179) == [])
    #expect(evening.pass(1) == [.left(who: g(1)), .hosting(who: .host, from: g(1))])
    #expect(throws: FloorRefusal.noSuchPerson) { try evening.ask(.host, .handOver(to: g(1))) }
  }

  @Test("A dropped connection keeps the seat for three minutes")
  func seatKept() throws {
    var evening = try Evening.running(3)
    try evening.gather(g(1), g(2), g(3), at: t(1))
    #expect(evening.drop(g(2)) == [.away(who: g(2))])
    #expect(evening.drop(g(2)) == [])
    #expect(throws: FloorRefusal.notInside) { try evening.ask(g(2), .hand(up: true)) }
    evening.pass(170)
    #expect(evening.resume(g(2)) == [.back(who: g(2))])
    #expect(try evening.person(g(2)).seat == 1)
    evening.drop(g(2))
    #expect(evening.pass(180) == [.left(who: g(2))])
    #expect(evening.company(t(1)) == [g(1), g(3)])
  }

  @Test("In the lobby a dropped connection shows nowhere, and ends after a minute")
  func lobbyLost() throws {
    var evening = Evening(guests: 2)
    try evening.ask(.host, .doors(state: .knock))
    try evening.comeIn(g(1))
    let events = evening.drop(g(1))
    #expect(events == [.away(who: g(1))])
    #expect(!evening.floor.isVisible(.away(who: g(1)), to: .host))
    #expect(try evening.person(g(1)).presence == .waiting)
    #expect(try evening.ask(.host, .letIn(who: g(1))) == [.entered(who: g(1)), .away(who: g(1))])
    try evening.arrive(g(2))
    evening.drop(g(2))
    #expect(evening.pass(60) == [.left(who: g(2))])
  }

  @Test("After a restart all stand where they stood, about to come back")
  func restart() throws {
    var evening = try Evening.running(2)
    try evening.gather(g(1), g(2), at: t(1))
    evening.restart()
    #expect(evening.company(t(1)) == [g(1), g(2)])
    #expect(try evening.person(g(1)).presence == .away)
    for who in [g(1), g(2), .host] { evening.resume(who) }
    #expect(try evening.person(g(2)).seat == 1 && evening.floor.inside.count == 3)
    #expect(evening.floor == evening.replayed)
  }

  @Test("Once the evening has ended, nothing is granted except leaving")
  func ended() throws {
    var evening = try Evening.running(1)
    #expect(throws: FloorRefusal.notHosting) { try evening.ask(g(1), .end) }
    try evening.ask(.host, .handOver(to: g(1)))
    #expect(try evening.ask(.host, .end) == [.ended(by: .host)])
    #expect(throws: FloorRefusal.ended) { try evening.ask(g(1), .moveToFreeTable) }
    #expect(throws: FloorRefusal.ended) { try evening.ask(.host, .end) }
    #expect(try evening.ask(g(1), .leave) == [.left(who: g(1)), .hosting(who: .host, from: g(1))])
    #expect(evening.floor.nextDeadline == nil && evening.floor.links(of: .host) == [])
  }

  @Test("A guest invited after the floor was made comes in like the others")
  func unforeseen() throws {
    var evening = try Evening.running(1)
    try evening.comeIn(g(9))
    #expect(evening.floor.inside == [.host, g(1), g(9)])
  }
}
