import Core
import Database
import Foundation
import House
import Records

/// Holds a host's action for as long as it can be undone, and then performs it. Only actions that send mail to guests
/// wait.
package struct HeldActs: Sendable {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  /// The result of pressing the button.
  package enum Outcome: Sendable, Equatable { case held, done }

  /// Holds the deed, or performs it at once if it sends no mail. An earlier one of the same host is settled by this press.
  /// - Parameter actor: the host who presses, the party's first or second.
  /// - Throws: whatever the deed throws, now rather than when its time comes; `AppError.conflict` while the other host's
  /// action can still be undone, since nobody may cut that short without looking at it.
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
    presses.note(act.id, at: services.uptime())
    guard let other = try await hold(act) else { return .held }
    presses.forget([act.id])
    if other.deed == deed { return .held }
    try await refuse(other, to: actor)
    throw AppError.conflict(Message("second.twice"))
  }

  /// - Returns: the act of somebody who pressed at the same moment and was quicker.
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

  /// The number of mails it would send; none if nothing is held.
  private func leaving(by deed: HeldAct.Deed, at party: PartyID, of host: Host) async throws -> Int {
    guard services.settings.takeBackSeconds > 0 else { return 0 }
    return try await mails(by: deed, at: party, of: host).count { $0.state == .queued }
  }

  /// The mails guests would get.
  /// - Throws: whatever the deed throws.
  package func mails(by deed: HeldAct.Deed, at party: PartyID, of host: Host) async throws -> [OutgoingMail] {
    try await Rehearsal(services: services, party: party, host: host.id).mails { [self] connection in
      try perform(deed, at: party, of: host, connection)
    }
  }

  /// - Returns: the act, now removed; nil if it was already done.
  package func takeBack(_ id: HeldActID, at party: PartyID, of host: HostID) async throws -> HeldAct? {
    guard let act = try await waiting(at: party, of: host), act.id == id else { return nil }
    let isGone = try await services.database.write { try HeldActStore(connection: $0).remove(id) }
    return isGone ? act : nil
  }

  /// Performs it now.
  /// - Returns: the act; nil if it was already done, or can't be done.
  package func hurry(_ id: HeldActID, at party: PartyID, of host: HostID) async throws -> HeldAct? {
    guard let act = try await waiting(at: party, of: host), act.id == id else { return nil }
    return try await finish(act) ? act : nil
  }

  /// Performs the acts that are due. One that can't be performed now keeps no other from its time.
  /// - Returns: the ones that were performed.
  package func finishDue() async throws -> [HeldAct] {
    let (now, longest) = (services.now(), Double(services.settings.takeBackSeconds))
    var done: [HeldAct] = []
    let (ripe, unripe) = presses.divided(by: services.uptime() - .seconds(longest))
    let due = try await services.database.read {
      try HeldActStore(connection: $0).due(at: now, longest: longest, ripe: ripe)
    }
    presses.forget(ripe)
    for act in due where !unripe.contains(act.id) {
      do {
        if try await finish(act) { done.append(act) }
      } catch {
        services.logger.error("held act not performed", metadata: ["act": "\(act.id)", "error": "\(error)"])
      }
    }
    return done
  }

  private var presses: HeldPresses { services.fixtures.one { HeldPresses() } }

  private func waiting(at party: PartyID, of host: HostID) async throws -> HeldAct? {
    try await services.database.read { try HeldActStore(connection: $0).act(of: party, host: host) }
  }

  /// Performed in one transaction with its removal, so that it is done once. An act that is no longer possible stays,
  /// with the reason.
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
      if AppError(error) == .internal {
        services.logger.error("held act given up", metadata: ["act": "\(act.id)", "error": "\(error)"])
      }
      try await services.database.write { try HeldActStore(connection: $0).keep(problem, of: act.id) }
      return false
    }
  }

  /// Nil while the database is at fault: the deed may succeed the next time. Anything else would fail for ever.
  private static func problem(_ error: any Error) -> Message? {
    if let errors = error as? FieldErrors, let first = errors.messages.min(by: { $0.key < $1.key }) {
      return first.value
    }
    return switch AppError(error) {
    case .conflict(let message): message
    case .storage, .unavailable: nil
    case let other: Message("error.\(other.key).title")
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
