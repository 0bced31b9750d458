import Core
import Foundation
import House
import NIOConcurrencyHelpers
import Records

/// The floors of all parties that somebody is looking at. A floor is opened from storage when first needed, and put
/// away once nobody has been there for a while.
package actor FloorHall {
  private var floors: [PartyID: Task<PartyFloor, any Error>] = [:]
  /// Floors closed because party or guests have changed.
  private var changed: Set<PartyID> = []
  /// Floors are handed over to other nodes: none is opened any more.
  private var isEnding = false
  private let counts = NIOLockedValueBox((floors: 0, sockets: 0))

  package init() {}

  /// The party's floor, in its stored state.
  /// - Throws: `FloorMoved` where another node has it.
  package func floor(of party: PartyID, _ services: Services) async throws -> PartyFloor {
    guard !isEnding else { throw FloorClosed() }
    let isAnew = changed.contains(party)
    let opening = floors[party] ?? Task { try await PartyFloor.open(party, isAnew: isAnew, services) }
    floors[party] = opening
    note()
    do {
      let floor = try await opening.value
      changed.remove(party)
      return floor
    } catch {
      if floors[party] == opening { floors[party] = nil }
      note()
      throw error
    }
  }

  /// The party's floor, on which `who` may come: it is set up again for somebody who was invited or accepted after it
  /// was opened.
  package func floor(of party: PartyID, for who: ParticipantID, _ services: Services) async throws -> PartyFloor {
    let floor = try await floor(of: party, services)
    if await floor.knows(who) { return floor }
    await reopen(party)
    return try await self.floor(of: party, services)
  }

  /// A request from outside the room's page.
  /// - Throws: `AppError.conflict` with the refusal's sentence.
  package func request(
    _ request: FloorRequest, by who: ParticipantID, at party: PartyID, _ services: Services
  ) async throws {
    do {
      try await wherever(party, .request(request, by: who, at: party), services) { [self] in
        try await requestHere(request, by: who, at: party, services)
      }
    } catch let refusal as FloorRefusal {
      throw AppError.conflict(Message("refusal.\(refusal.rawValue)"))
    }
  }

  /// Asks this node's floor; one that closes at that moment is opened again.
  /// - Throws: `FloorRefusal`; `FloorMoved` if another node has the floor.
  func requestHere(
    _ request: FloorRequest, by who: ParticipantID, at party: PartyID, _ services: Services
  ) async throws {
    do {
      try await floor(of: party, services).request(request, by: who)
    } catch is FloorClosed {
      try await floor(of: party, services).request(request, by: who)
    }
  }

  /// What has changed about a party or its guests takes effect, wherever its floor is.
  package func reopen(_ party: PartyID, _ services: Services) async {
    if floors[party] != nil { return await reopen(party) }
    await tellOwner(of: party, .reopen(party), services)
  }

  /// Pages come back to a floor set up anew.
  func reopen(_ party: PartyID) async {
    guard let opening = floors[party], let floor = try? await opening.value else { return }
    await floor.close()
    changed.insert(party)
    if floors[party] == opening { floors[party] = nil }
    note()
  }

  /// Somebody's link is not valid any more: their page goes, wherever the floor is.
  package func dismiss(_ who: ParticipantID, at party: PartyID, _ services: Services) async {
    if floors[party] != nil { return await dismiss(who, at: party) }
    await tellOwner(of: party, .dismiss(who, at: party), services)
  }

  func dismiss(_ who: ParticipantID, at party: PartyID) async {
    await (try? floors[party]?.value)?.dismiss(who)
  }

  /// As `dismiss`, but only if this socket speaks for them.
  package func dismiss(_ who: ParticipantID, at party: PartyID, by socket: any FloorSocket) async {
    await (try? floors[party]?.value)?.dismiss(who, by: socket)
  }

  /// Removes everybody who is not among the people admitted to the party.
  package func keep(_ admitted: Set<ParticipantID>, at party: PartyID) async {
    await (try? floors[party]?.value)?.keep(admitted)
  }

  /// Parties whose floors are in memory.
  package var open: [PartyID] { Array(floors.keys) }

  func beginToEnd() { isEnding = true }

  func opened(_ party: PartyID) async -> PartyFloor? { try? await floors[party]?.value }

  /// Those that could be opened.
  var opened: [PartyFloor] {
    get async {
      var opened: [PartyFloor] = []
      for opening in floors.values { if let floor = try? await opening.value { opened.append(floor) } }
      return opened
    }
  }

  /// Keeps clocks going and puts idle floors away.
  package func tick() async {
    for (party, opening) in floors {
      guard let floor = try? await opening.value else { continue }
      await floor.tick()
      if await floor.closeIfIdle(), floors[party] == opening {
        floors[party] = nil
        await floor.giveAway()
      }
    }
    note()
  }

  /// For `/metrics`.
  package nonisolated var gauges: [String: Double] {
    let counts = counts.withLockedValue { $0 }
    return [Metric.floors.rawValue: Double(counts.floors), Metric.sockets.rawValue: Double(counts.sockets)]
  }

  package nonisolated func count(sockets change: Int) {
    counts.withLockedValue { $0.sockets += change }
  }

  private func note() {
    let count = floors.count
    counts.withLockedValue { $0.floors = count }
  }
}

extension PartyFloor {
  /// From the database. Whatever another node wrote down before this one took the floor is read.
  package static func open(_ party: PartyID, isAnew: Bool, _ services: Services) async throws -> PartyFloor {
    let hold = try await services.takeFloor(of: party)
    let (setup, kept, past) = try await services.database.read { connection in
      let setup = try FloorSetupStore(connection: connection, zones: services.zones).wholeSetup(of: party)
      let kept = try FloorSnapshotStore(connection: connection).snapshot(of: party)?.going(on: setup)
      return (setup, kept, try FloorEventStore(connection: connection).changes(of: party, after: kept?.number ?? 0))
    }
    let floor = PartyFloor(party, setup: setup, kept: kept, past: past, isAnew: isAnew, hold: hold, services: services)
    try await floor.restart()
    await floor.keep(afterReading: past.last)
    await floor.resumeForwarding()
    services.logger.info("floor opened", metadata: ["party": "\(party)", "events": "\(past.count)"])
    return floor
  }
}

extension Services {
  package var floors: FloorHall { fixtures.one { FloorHall() } }

  func count(sockets change: Int) {
    floors.count(sockets: change)
    evenings.count(change)
  }
}
