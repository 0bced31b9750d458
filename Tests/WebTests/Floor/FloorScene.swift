import Core
import Database
import Foundation
import NIOConcurrencyHelpers

@testable import Acts
@testable import Evening
@testable import GuestPages
@testable import HostPages
@testable import House
@testable import Records
@testable import RoomPages
@testable import Site
@testable import Web

/// A party whose guests have accepted, an hour before it begins.
struct FloorScene {
  let site: TestSite
  let shelf: Bookshelf
  let party: PartyID

  init(guests: Int = 4, change: @Sendable (inout Settings) -> Void = { _ in }) async throws {
    site = try await TestSite(change)
    shelf = Bookshelf(site: site)
    let more = (0..<max(0, guests - Bookshelf.coaches.count)).map { Bookshelf.Somebody(name: "Gast \($0)", topics: []) }
    let people = try await shelf.add(Bookshelf.coaches.prefix(guests) + more).people
    let start = site.now.addingTimeInterval(3600)
    let party = try await shelf.addParty { party in
      (party.stage, party.dateKind, party.start) = (.scheduled, .fixed, start)
      party.confirmedAt = start.addingTimeInterval(-86_400)
    }
    self.party = party.id
    try await shelf.choose(people, for: party)
    for known in try await shelf.guests(of: party) {
      try await site.services.database.write { [now = site.now] connection in
        var guest = known.guest
        _ = guest.invitation.apply(.invited(answerBy: nil), at: now)
        _ = guest.invitation.apply(.answered(.yes, word: nil, hasRoom: true), at: now)
        try GuestStore(connection: connection).update(guest)
      }
    }
  }

  var services: Services { site.services }

  func guests() async throws -> [KnownGuest] {
    try await services.database.read { [party] in try GuestStore(connection: $0).guests(of: party) }
  }

  /// In the order in which they were chosen.
  func ids() async throws -> [ParticipantID] { try await guests().map(\.guest.participant) }

  func floor() async throws -> PartyFloor { try await services.floors.floor(of: party, services) }

  /// The services after a start of the program: nothing is in memory.
  func restarted(_ database: (any Database)? = nil) -> Services {
    Services(
      settings: services.settings, database: database ?? services.database, strings: services.strings,
      assets: services.assets, secret: services.secret, logger: services.logger, now: services.now,
      uptime: services.uptime)
  }

  func count(_ sql: SQL) async throws -> Int { try await services.database.read { try $0.count(sql) } }
}

/// Somebody with an open page.
struct Visitor {
  let who: ParticipantID
  let floor: PartyFloor
  let socket = FakeSocket()
  var language = Language.german

  init(_ who: ParticipantID, at floor: PartyFloor) {
    (self.who, self.floor) = (who, floor)
  }

  var caller: FloorCaller { FloorCaller(who: who, socket: socket, language: language) }

  @discardableResult
  func hello(last: Int? = nil) async -> Self {
    await floor.receive(.hello(last: last), from: caller)
    return self
  }

  func ask(_ request: FloorRequest, id: Int = 1) async {
    await floor.receive(.request(id: id, request), from: caller)
  }

  func say(_ message: ClientMessage) async { await floor.receive(message, from: caller) }

  func leave() async { await floor.gone(caller) }

  /// Through the lobby into the room, with open doors.
  @discardableResult
  func enter(_ mode: Participant.Mode = .voice) async -> Self {
    await hello()
    await ask(.arrive(profile: .init(name: "N \(who.rawValue.suffix(2))", line: "", drink: "Wasser"), mode: mode))
    await ask(.enter)
    return self
  }
}

/// The host and all guests inside, with earlier messages forgotten.
func inside(_ scene: FloorScene) async throws -> (host: Visitor, guests: [Visitor]) {
  let floor = try await scene.floor()
  let host = await Visitor(.host, at: floor).enter()
  await host.ask(.doors(state: .open))
  var guests: [Visitor] = []
  for id in try await scene.ids() { guests.append(await Visitor(id, at: floor).enter()) }
  for visitor in guests + [host] { visitor.socket.forget() }
  return (host, guests)
}

/// A database whose writes fail while it is broken.
struct BreakableDatabase: Database {
  let base: any Database
  let isBroken = NIOLockedValueBox(false)
  /// True if the commit is stored but nobody hears of it.
  let losesAnswers = NIOLockedValueBox(false)

  func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await base.read(body)
  }

  func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    if isBroken.withLockedValue({ $0 }) { throw DatabaseError(.storage, "disk full") }
    let value = try await base.write(body)
    if losesAnswers.withLockedValue({ $0 }) { throw DatabaseError(.unknown, "connection lost") }
    return value
  }

  func backUp(to path: String) async throws { try await base.backUp(to: path) }
}
