import Core
import Database
import Foundation
import House
import Logging
import Records
import ServiceLifecycle

/// Erases on schedule: people who were imported and never invited, people who never answered, and the remains of
/// imports. It looks at the start and twice a day. Nobody is erased at first sight: they must still be due at a look a
/// day later, by a time that a wrong clock can't push ahead.
package struct Retention: Service {
  package let services: Services
  /// Days for which the events of a party are kept; anything meant to survive the evening stays.
  package static let eventDays = 30
  /// Days for which the text of a sent mail is kept.
  package static let mailDays = 30
  /// Days for which incoming mail is kept.
  package static let incomingDays = 90
  private static let pieceSize = 200

  package init(services: Services) {
    self.services = services
  }

  package func run() async throws {
    await services.inRounds(every: .seconds(43_200), "retention failed") { try await look() }
  }

  /// Takes one look.
  /// - Returns: the number of people erased.
  @discardableResult
  package func look() async throws -> Int {
    let now = services.now()
    let time = try await services.database.write { try SightingStore(connection: $0).clock(at: now) }.judging(at: now)
    let erased = try await erasePeople(at: time)
    if let cutoff = cutoff(services.settings.retentionDays, time) {
      try await services.database.write { try RetentionStore(connection: $0).removeEmptyLists(before: cutoff) }
    }
    try await thinFloors(endedBefore: time.addingTimeInterval(-86_400 * Double(Self.eventDays)))
    try await blankMails(acceptedBefore: time.addingTimeInterval(-86_400 * Double(Self.mailDays)))
    try await removeIncoming(before: time.addingTimeInterval(-86_400 * Double(Self.incomingDays)))
    try await services.database.write { try ReferralStore(connection: $0).removeUndecided() }
    try await eraseImports(before: time.addingTimeInterval(-86_400 * Double(Import.keptDays)))
    try await FolderMemory(in: services.settings.data).countUp(services.database)
    if erased > 0 { services.logger.notice("people erased on schedule", metadata: ["count": "\(erased)"]) }
    return erased
  }

  /// Nil for never.
  private func cutoff(_ days: Int, _ time: Date) -> Date? {
    days == 0 ? nil : time.addingTimeInterval(-86_400 * Double(days))
  }

  private func erasePeople(at time: Date) async throws -> Int {
    let rule = ErasureRule(atOnce: services.settings.retentionAtOnce)
    let due = try await everybodyDue(at: time)
    let (ripe, waiting) = try await services.database.write { connection in
      let store = SightingStore(connection: connection)
      let sightings = try store.look(at: due, time: time)
      let ripe = due.filter { rule.isRipe(seenAt: sightings[$0] ?? time, count: due.count, at: time) }
      return (ripe, try store.waiting().count - ripe.count)
    }
    if rule.isMany(waiting) {
      services.logger.warning(
        "many people would be erased at once; they wait a week, see docs/operating.md",
        metadata: ["count": "\(waiting)"])
    }
    return try await erase(ripe, at: time)
  }

  /// Goes through all people in batches.
  private func everybodyDue(at time: Date) async throws -> [PersonID] {
    var due: [PersonID] = []
    var last: PersonID?
    repeat {
      try Task.checkCancellation()
      let piece = try await services.database.read { [last] in
        try RetentionStore(connection: $0).candidates(after: last, limit: Self.pieceSize)
      }
      due += piece.filter { isDue($0, at: time) }.map(\.person)
      last = piece.last?.person
    } while last != nil
    return due
  }

  private func isDue(_ candidate: RetentionStore.Candidate, at time: Date) -> Bool {
    candidate.dealings.areOver(
      neverInvited: cutoff(services.settings.retentionDays, time),
      silent: cutoff(services.settings.silentRetentionDays, time))
  }

  /// In small transactions, so that requests are served in between. Somebody who is no longer due, because they were
  /// invited a moment ago, stays.
  private func erase(_ ripe: [PersonID], at time: Date) async throws -> Int {
    var (erased, all, rest) = (0, PersonErasure.Traces(), ripe[...])
    while !rest.isEmpty && !Task.isCancelled {
      let batch = Array(rest.prefix(Self.pieceSize))
      rest = rest.dropFirst(Self.pieceSize)
      let traces = try await services.database.write { connection in
        let erasure = PersonErasure(connection: connection)
        let traces = try RetentionStore(connection: connection).candidates(batch).filter { isDue($0, at: time) }
          .compactMap { try erasure.erase($0.person, of: $0.host) }
        try ErasureLogStore(connection: connection).add(traces.count, .schedule, at: services.now())
        return traces
      }
      erased += traces.count
      for traces in traces { all.add(traces) }
    }
    if erased > 0 { await services.forget(all, areMany: erased > 20) }
    return erased
  }

  /// The guest's page composes the letter afresh; nobody needs the rest of those texts.
  private func blankMails(acceptedBefore time: Date) async throws {
    try await services.database.write { try OutboxStore(connection: $0).blank(acceptedBefore: time) }
  }

  private func removeIncoming(before time: Date) async throws {
    try await services.database.write { connection in
      try IncomingStore(connection: connection).remove(before: time)
      try GuestMailStore(connection: connection).remove(before: time)
    }
  }

  private func thinFloors(endedBefore time: Date) async throws {
    let count = try await services.database.write { try FloorEventStore(connection: $0).thin(endedBefore: time) }
    if count > 0 { services.logger.notice("floor events thinned", metadata: ["count": "\(count)"]) }
  }

  private func eraseImports(before time: Date) async throws {
    let outdated = try await services.database.read { try ImportStore(connection: $0).outdated(before: time) }
    for importing in outdated { try await services.erase(importing) }
    let known = try await services.database.read { try ImportStore(connection: $0).ids() }
    services.uploads.removeAll(but: known, olderThan: time)
  }
}
