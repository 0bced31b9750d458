import Core
import Database
import Foundation
import House
import Logging
import Records

/// The owner of one party's floor while it is open: it accepts requests, has Core decide, stores, and then sends. It
/// decides nothing itself.
///
/// There are two floors. `planned` has every decision so far, and the next one is made on it; `shown` has what is on
/// disk, and only that is ever sent. When storing fails, `planned` goes back to `shown`: nobody has heard about what
/// was lost.
package actor PartyFloor {
  package let party: PartyID
  package let services: Services
  /// By what this node owns the floor; nil where there is one program.
  package nonisolated let hold: FloorHold?
  private let time: FloorTime
  var planned: Floor
  package var shown: Floor
  /// The number of the last change in each.
  var plannedNumber: Int
  package internal(set) var number: Int
  var recent = RecentChanges()
  package var pages: [ParticipantID: OpenPage] = [:]
  /// All pages that have the floor; rebuilt when one comes or goes.
  package var everybody = FloorAudience([])
  /// The plan of all rounds, as long as everybody it was made for stays. After a restart each round is planned afresh.
  var wholePlan: WholePlan?
  /// The way over a media server, where there is one.
  var forwarding = Forwarding()
  /// The last time somebody used the floor.
  var usedAt: Moment
  /// The time an unused floor stays in memory, in seconds.
  private static let patience = 600
  /// A floor is stored whole after this many events, so that opening it reads no more than that.
  static let snapshotEvery = 500
  /// The number of the last change in the stored floor.
  private var keptNumber: Int
  private var waiting: [Decision] = []
  private var isStoring = false
  /// True once it was put away: another floor may have been opened in its place.
  private var isClosed = false

  /// A decision that is not stored yet.
  private struct Decision {
    let changes: [Change]
    let answer: CheckedContinuation<Int, any Error>
  }

  /// - Parameters:
  ///   - kept: the floor at an earlier time; nil to start from the beginning.
  ///   - past: everything stored since then, in order.
  ///   - isAnew: true if party or guests have changed; pages that come back get the whole floor.
  package init(
    _ party: PartyID, setup: FloorSetup, kept: FloorSnapshot? = nil, past: [Change], isAnew: Bool = false,
    hold: FloorHold? = nil, services: Services
  ) {
    self.party = party
    self.services = services
    self.hold = hold
    var floor = kept?.floor ?? Floor(setup)
    keptNumber = kept?.number ?? 0
    for change in past {
      floor.apply(change.event, at: change.at)
      guard change.number > (past.last?.number ?? 0) - RecentChanges.limit else { continue }
      recent.append(change, for: floor.audience(of: change.event))
    }
    (planned, shown) = (floor, floor)
    number = past.last?.number ?? kept?.number ?? 0
    // Nobody knows any more who could see the events before the floor was stored.
    recent.start = isAnew ? number + 1 : kept?.number ?? 0
    plannedNumber = number
    time = FloorTime(after: past.last?.at ?? kept?.at, services)
    usedAt = time.now
  }

  package var now: Moment { time.now }

  /// Has the floor decide, and returns once the consequences are stored and sent.
  /// - Returns: the number up to which everything is stored.
  /// - Throws: `FloorRefusal` if the request can't be granted; another error if it couldn't be stored. In both cases
  ///   nothing has happened.
  @discardableResult
  package func request(_ request: FloorRequest, by who: ParticipantID) async throws -> Int {
    usedAt = now
    return try await record(try planned.decide(request, by: who, at: now))
  }

  @discardableResult
  package func record(_ events: [FloorEvent]) async throws -> Int {
    guard !isClosed else { throw FloorClosed() }
    guard !events.isEmpty else { return number }
    let changes = plan(events)
    return try await withCheckedThrowingContinuation { answer in
      waiting.append(Decision(changes: changes, answer: answer))
      guard !isStoring else { return }
      isStoring = true
      Task { await storeAll() }
    }
  }

  package func knows(_ who: ParticipantID) -> Bool { planned.people[who] != nil }

  /// Tells every page to come back, and accepts nothing more. Returns once everything is stored.
  package func close() async {
    isClosed = true
    // The media server's session stays, for the floor that takes its place.
    forwarding.party = nil
    sayGoodbye()
    while isStoring { try? await Task.sleep(for: .milliseconds(2)) }
  }

  /// - Returns: true if nobody is here and nobody has been for a while; it is then closed.
  func closeIfIdle() -> Bool {
    guard pages.isEmpty, !isStoring, now.seconds(since: usedAt) > Self.patience else { return false }
    isClosed = true
    endForwarding()
    return true
  }

  private func plan(_ events: [FloorEvent]) -> [Change] {
    let now = now
    return events.map { event in
      planned.apply(event, at: now)
      plannedNumber += 1
      return Change(number: plannedNumber, at: now, event: event)
    }
  }

  /// One write at a time: decisions made in the meantime go into the next one.
  private func storeAll() async {
    while !waiting.isEmpty {
      let decisions = waiting
      waiting = []
      let changes = decisions.flatMap(\.changes)
      do {
        try await services.journal.append(changes, to: party, by: hold)
      } catch {
        forget(decisions + waiting, because: error)
        continue
      }
      tell(changes)
      keepIfDue(changes.last)
      for decision in decisions { decision.answer.resume(returning: decision.changes.last?.number ?? number) }
    }
    isStoring = false
  }

  /// Called once after opening: reading many events takes its time once.
  func keep(afterReading past: Change?) {
    // Events that opening itself brought have seen to it.
    if past?.number == number { keepIfDue(past) }
  }

  /// Runs beside the evening: nobody waits for it, and if storing fails the events are read instead.
  private func keepIfDue(_ last: Change?) {
    guard let last, number - keptNumber >= Self.snapshotEvery else { return }
    keptNumber = number
    let snapshot = FloorSnapshot(number: last.number, at: last.at, floor: shown)
    Task { [services, party, hold] in
      do {
        try await services.database.write { connection in
          if let hold { try FloorOwnerStore(connection: connection).demand(hold, of: party) }
          try FloorSnapshotStore(connection: connection).keep(snapshot, of: party)
        }
      } catch {
        services.logger.warning("floor not kept whole", metadata: ["party": "\(party)", "error": "\(error)"])
      }
    }
  }

  private func forget(_ decisions: [Decision], because error: any Error) {
    services.logger.error("floor not stored", metadata: ["party": "\(party)", "error": "\(error)"])
    waiting = []
    (planned, plannedNumber) = (shown, number)
    let isDoubtful = [.duplicate, .unknown].contains((error as? DatabaseError)?.kind)
    if isDoubtful || error is FloorHoldLost { readAnew() }
    for decision in decisions { decision.answer.resume(throwing: error) }
  }

  /// What is stored is not what this floor knows, or nobody can tell: its pages come back to one that is read from the database, by this
  /// node or by the one that owns the floor now.
  private func readAnew() {
    isClosed = true
    Task { [services, party] in await services.floors.reopen(party) }
  }
}

/// The floor was put away after it was found and before it was asked.
struct FloorClosed: Error {}

extension Floor {
  /// The participants who are told of an event that was just applied; nil for everybody.
  func audience(of event: FloorEvent) -> Set<ParticipantID>? {
    let all = people.keys
    let told = all.filter { isVisible(event, to: $0) }
    return told.count == all.count ? nil : Set(told)
  }
}
