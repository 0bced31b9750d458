import Core
import House
import Records

/// Another node has the party's floor: whoever wants something of it goes there.
package struct FloorMoved: Error, Equatable {
  package let owner: String

  package init(owner: String) {
    self.owner = owner
  }
}

extension Services {
  /// Makes this node the owner of the floor.
  /// - Returns: nil where there is one program.
  /// - Throws: `FloorMoved` where another node has it that may live.
  func takeFloor(of party: PartyID) async throws -> FloorHold? {
    guard let node else { return nil }
    let (name, mayInherit) = (node.name, node.mayInherit)
    let taking = try await write {
      try FloorOwnerStore(connection: $0).take(party, for: name, mayInherit: mayInherit)
    }
    switch taking {
    case .taken(let hold): return hold
    case .owned(let owner): throw FloorMoved(owner: owner)
    }
  }

  /// The node whose sockets a page should come to: where the floor is, else here. Nil where there is one program.
  package func home(of party: PartyID) async throws -> String? {
    guard let node else { return nil }
    return try await otherOwner(of: party) ?? node.name
  }

  /// The other node that has the floor and may still do something.
  fileprivate func otherOwner(of party: PartyID) async throws -> String? {
    guard let node else { return nil }
    return try await read { connection in
      guard let owner = try FloorOwnerStore(connection: connection).owner(of: party), owner != node.name,
        try NodeStore(connection: connection).isAlive(owner)
      else { return nil }
      return owner
    }
  }
}

extension FloorHall {
  /// What is to happen at a party, here where this node has its floor or can take it, else at the node that has it.
  /// - Throws: what the work throws; `AppError.unavailable` where nobody knows whether another node did it.
  func wherever(
    _ party: PartyID, _ call: FloorCall, _ services: Services, _ work: @Sendable () async throws -> Void
  ) async throws {
    do { try await work() } catch let moved as FloorMoved {
      if try await services.ask(moved.owner, call) { return }
      // It has not begun to do it, and is known to have ended by now, or still has the floor.
      do { try await work() } catch is FloorMoved { throw AppError.unavailable }
    }
  }

  /// Where another node has the floor, it does this. Where nobody has, there is nothing to do.
  func tellOwner(of party: PartyID, _ call: FloorCall, _ services: Services) async {
    do {
      if let owner = try await services.otherOwner(of: party) { _ = try await services.ask(owner, call) }
    } catch {
      services.logger.error("floor's node not told", metadata: ["party": "\(party)", "error": "\(error)"])
    }
  }

  /// Others may have taken floors while nobody heard of this node: their pages go there.
  package func giveUpLost(_ services: Services) async throws {
    guard let node = services.node else { return }
    let mine = await held
    let holds = try await services.read { try FloorOwnerStore(connection: $0).holds(of: node.name) }
    for (party, hold) in mine where holds[party] != hold { await reopen(party) }
  }

  /// All pages go, and come to another node. What this one could not store it has not told anybody.
  package func sendAway() {
    for party in open { Task { await reopen(party) } }
  }

  /// The program ends, and this party's page is told so: what is decided is stored, and another node may have the floor at once.
  package func handOver(_ party: PartyID, _ services: Services) async {
    guard services.node != nil else { return }
    beginToEnd()
    guard let floor = await opened(party) else { return }
    await reopen(party)
    await floor.giveAway()
  }

  /// The program ends.
  package func handOverAll(_ services: Services) async {
    guard let node = services.node else { return }
    beginToEnd()
    await withTaskGroup { group in
      for party in open { group.addTask { await self.handOver(party, services) } }
    }
    do {
      try await services.write { try FloorOwnerStore(connection: $0).releaseAll(of: node.name) }
    } catch {
      services.logger.error("floors not handed over", metadata: ["error": "\(error)"])
    }
    node.end()
  }

  /// The floors that are open, with the right by which they are.
  private var held: [PartyID: FloorHold] {
    get async {
      var holds: [PartyID: FloorHold] = [:]
      for floor in await opened { holds[floor.party] = floor.hold }
      return holds
    }
  }
}

extension PartyFloor {
  /// Nobody is here any more: whichever node is asked next may have the floor.
  func giveAway() async {
    guard let hold else { return }
    do {
      try await services.write { [party] in try FloorOwnerStore(connection: $0).release(hold, of: party) }
    } catch {
      services.logger.warning("floor not given away", metadata: ["party": "\(party)", "error": "\(error)"])
    }
  }
}
