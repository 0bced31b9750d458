import Core
import Database
import Foundation
import House
import Records

/// Holds what a host has pressed for as long as it can be taken back, and does it then. Only what sends mail to guests waits.
package struct HeldActs: Sendable {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  /// What came of a press.
  package enum Outcome: Sendable, Equatable { case held, done }

  /// Holds the deed, or does it at once where no mail leaves because of it. What the same host pressed before is decided by this press.
  /// - Parameter actor: who presses: the party's first host, or its second.
  /// - Throws: what the deed throws, now and not when its time has come; `AppError.conflict` while what the other host has pressed can
  /// still be taken back, since nobody may cut that short but by looking at it.
  package func press(
    _ deed: HeldAct.Deed, at party: PartyID, of host: Host, by actor: Host
  ) async throws -> Outcome {
    if let before = try await waiting(at: party, of: host.id) {
      if before.deed == deed, before.problem == nil { return .held }
      try await refuse(before, to: actor)
      _ = try await finish(before)
    }
    let leaving = try await leaving(by: deed, at: party, of: host)
    guard leaving > 0 else {
      try await services.database.write { [self] in try perform(deed, at: party, of: host, $0) }
      services.wakeOutbox()
      return .done
    }
    let act = HeldAct(
      id: services.newID(), party: party, host: host.id, pressedBy: actor.id, deed: deed, mails: leaving,
      dueAt: services.now().addingTimeInterval(Double(services.settings.takeBackSeconds)))
    guard let other = try await hold(act) else { return .held }
    if other.deed == deed { return .held }
    try await refuse(other, to: actor)
    throw AppError.conflict(Message("second.twice"))
  }

  /// - Returns: what somebody pressed in the same moment, and was quicker.
  private func hold(_ act: HeldAct) async throws -> HeldAct? {
    try await services.database.write { connection in
      let store = HeldActStore(connection: connection)
      if let other = try store.act(of: act.party, host: act.host) { return other }
      try store.insert(act)
      return nil
    }
  }

  private func refuse(_ act: HeldAct, to actor: Host) async throws {
    let presser = act.pressedBy ?? act.host
    guard act.problem == nil, presser != actor.id else { return }
    let other = try await services.database.read { try HostStore(connection: $0).host(presser) }
    throw AppError.conflict(Message("second.other", ["name": other?.name ?? ""]))
  }

  /// How many mails would leave; none where nothing is held.
  private func leaving(by deed: HeldAct.Deed, at party: PartyID, of host: Host) async throws -> Int {
    guard services.settings.takeBackSeconds > 0 else { return 0 }
    return try await mails(by: deed, at: party, of: host).count { $0.state == .queued }
  }

  /// What guests would get.
  /// - Throws: what the deed throws.
  package func mails(by deed: HeldAct.Deed, at party: PartyID, of host: Host) async throws -> [OutgoingMail] {
    try await Rehearsal(services: services, party: party, host: host.id).mails { [self] connection in
      try perform(deed, at: party, of: host, connection)
    }
  }

  /// - Returns: the act, which is gone; nil where it was done already.
  package func takeBack(_ id: HeldActID, at party: PartyID, of host: HostID) async throws -> HeldAct? {
    guard let act = try await waiting(at: party, of: host), act.id == id else { return nil }
    let isGone = try await services.database.write { try HeldActStore(connection: $0).remove(id) }
    return isGone ? act : nil
  }

  /// Does it now.
  /// - Returns: the act; nil where it was done already, or can't be done.
  package func hurry(_ id: HeldActID, at party: PartyID, of host: HostID) async throws -> HeldAct? {
    guard let act = try await waiting(at: party, of: host), act.id == id else { return nil }
    return try await finish(act) ? act : nil
  }

  /// Does what is due.
  /// - Returns: what was done.
  package func finishDue() async throws -> [HeldAct] {
    let now = services.now()
    var done: [HeldAct] = []
    for act in try await services.database.read({ try HeldActStore(connection: $0).due(at: now) }) {
      if try await finish(act) { done.append(act) }
    }
    return done
  }

  private func waiting(at party: PartyID, of host: HostID) async throws -> HeldAct? {
    try await services.database.read { try HeldActStore(connection: $0).act(of: party, host: host) }
  }

  /// In one transaction with its removal, so that it is done once. What can't be done any more stays and says why.
  private func finish(_ act: HeldAct) async throws -> Bool {
    if act.problem != nil {
      _ = try await services.database.write { try HeldActStore(connection: $0).remove(act.id) }
      return false
    }
    do {
      let isDone = try await services.database.write { [self] connection in
        guard try HeldActStore(connection: connection).remove(act.id),
          let host = try HostStore(connection: connection).host(act.host)
        else { return false }
        try perform(act.deed, at: act.party, of: host, connection)
        return true
      }
      if isDone { services.wakeOutbox() }
      return isDone
    } catch {
      guard let problem = Self.problem(error) else { throw error }
      try await services.database.write { try HeldActStore(connection: $0).keep(problem, of: act.id) }
      return false
    }
  }

  /// Nil for what has nothing to do with the deed, and may pass the next time.
  private static func problem(_ error: any Error) -> Message? {
    switch AppError(error) {
    case .conflict(let message): message
    case .notFound: Message("error.notFound.title")
    default: nil
    }
  }

  private func perform(
    _ deed: HeldAct.Deed, at party: PartyID, of host: Host, _ connection: any Connection
  ) throws {
    try DeedDoing(
      services: services, connection: connection,
      party: try PartyStore(connection: connection).party(party, of: host.id),
      host: host
    ).perform(deed)
  }
}
