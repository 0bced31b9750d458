import Core
import Database
import Foundation
import Logging
import ServiceLifecycle

/// Erases on schedule: people who were imported and never invited, people who never answered, and what is left over of
/// imports. Looks at the start and twice a day. Nobody goes at first sight: they must be due at a look a day later as well, by a
/// time that a wrong clock can't push ahead.
package struct Retention: Service {
  let services: Services
  /// Days for which everything that happened at a party is kept; what survives the evening stays.
  package static let eventDays = 30

  private typealias Due = (person: PersonID, host: HostID)

  package init(services: Services) {
    self.services = services
  }

  package func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do { try await look() } catch {
          services.logger.error("retention failed", metadata: ["error": "\(error)"])
        }
        try? await Task.sleep(for: .seconds(43_200))
      }
    }
  }

  /// One look.
  /// - Returns: how many people were erased.
  @discardableResult
  package func look() async throws -> Int {
    let now = services.now()
    let time = try await services.database.write { try SightingStore(connection: $0).clock(at: now) }.judging(at: now)
    let erased = try await erasePeople(at: time)
    if let cutoff = cutoff(services.settings.retentionDays, time) {
      try await services.database.write { try RetentionStore(connection: $0).removeEmptyLists(before: cutoff) }
    }
    try await thinFloors(endedBefore: time.addingTimeInterval(-86_400 * Double(Self.eventDays)))
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
    let ripe = try await services.database.write { connection in
      let due = try due(at: time, connection)
      let sightings = try SightingStore(connection: connection).look(at: due.map(\.person), time: time)
      return due.filter { rule.isRipe(seenAt: sightings[$0.person] ?? time, count: due.count, at: time) }
    }
    let waiting = try await services.database.read { try SightingStore(connection: $0).waiting() }.count - ripe.count
    if rule.isMany(waiting) {
      services.logger.warning(
        "many people would be erased at once; they wait a week, see docs/operating.md",
        metadata: ["count": "\(waiting)"])
    }
    return try await erase(ripe, at: time)
  }

  private func due(at time: Date, _ connection: any Connection) throws -> [Due] {
    let (store, settings) = (RetentionStore(connection: connection), services.settings)
    let neverInvited = try cutoff(settings.retentionDays, time).map { try store.neverInvited(since: $0, limit: .max) }
    let silent = try cutoff(settings.silentRetentionDays, time).map { try store.silent(since: $0, limit: .max) }
    return (neverInvited ?? []) + (silent ?? [])
  }

  /// In small transactions, so that answers pass between them. Who is not due any more, because somebody invited them a moment
  /// ago, stays.
  private func erase(_ ripe: [Due], at time: Date) async throws -> Int {
    var (erased, rest) = (0, ripe[...])
    while !rest.isEmpty && !Task.isCancelled {
      let batch = Array(rest.prefix(200))
      rest = rest.dropFirst(200)
      erased += try await services.database.write { connection in
        let due = Set(try due(at: time, connection).map(\.person))
        let erasure = PersonErasure(connection: connection)
        return try batch.count { try due.contains($0.person) && erasure.erase($0.person, of: $0.host) }
      }
    }
    return erased
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
