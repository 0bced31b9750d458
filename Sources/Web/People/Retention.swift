import Core
import Database
import Foundation
import Logging
import ServiceLifecycle

/// Erases on schedule: people who were imported and never invited, people who never answered, and what is left over of
/// imports. Runs at the start and once a day.
package struct Retention: Service {
  let services: Services
  /// Days for which everything that happened at a party is kept; what survives the evening stays.
  package static let eventDays = 30
  /// Days for which the text of a mail that has left is kept.
  package static let mailDays = 30
  private static let pieceSize = 200

  package init(services: Services) {
    self.services = services
  }

  package func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do { try await eraseWhatIsDue() } catch {
          services.logger.error("retention failed", metadata: ["error": "\(error)"])
        }
        try? await Task.sleep(for: .seconds(86_400))
      }
    }
  }

  /// - Returns: how many people were erased.
  @discardableResult
  package func eraseWhatIsDue() async throws -> Int {
    let now = services.now()
    func cutoff(_ days: Int) -> Date? { days == 0 ? nil : now.addingTimeInterval(-86_400 * Double(days)) }
    let erased = try await eraseAll(
      neverInvited: cutoff(services.settings.retentionDays), silent: cutoff(services.settings.silentRetentionDays))
    if let time = cutoff(services.settings.retentionDays) {
      try await services.database.write { try RetentionStore(connection: $0).removeEmptyLists(before: time) }
    }
    try await thinFloors(endedBefore: now.addingTimeInterval(-86_400 * Double(Self.eventDays)))
    try await blankMails(acceptedBefore: now.addingTimeInterval(-86_400 * Double(Self.mailDays)))
    try await eraseImports(before: now.addingTimeInterval(-86_400 * Double(Import.keptDays)))
    if erased > 0 { services.logger.notice("people erased on schedule", metadata: ["count": "\(erased)"]) }
    return erased
  }

  /// Goes through everybody, a piece at a time. Whoever is due is judged once more where nobody can write to them meanwhile.
  private func eraseAll(neverInvited: Date?, silent: Date?) async throws -> Int {
    var (erased, all) = (0, PersonErasure.Traces())
    var last: PersonID?
    while !Task.isCancelled {
      let after = last
      let piece = try await services.database.read {
        try RetentionStore(connection: $0).candidates(after: after, limit: Self.pieceSize)
      }
      guard let end = piece.last else { break }
      last = end.person
      let due = piece.filter { $0.dealings.areOver(neverInvited: neverInvited, silent: silent) }.map(\.person)
      if due.isEmpty { continue }
      let traces = try await services.database.write { connection in
        let erasure = PersonErasure(connection: connection)
        return try RetentionStore(connection: connection).candidates(due)
          .filter { $0.dealings.areOver(neverInvited: neverInvited, silent: silent) }
          .compactMap { try erasure.erase($0.person, of: $0.host) }
      }
      erased += traces.count
      for traces in traces { all.add(traces) }
    }
    await services.forget(all, areMany: erased > 20)
    return erased
  }

  /// The guest's page writes the letter anew; what else was in them is of use to nobody.
  private func blankMails(acceptedBefore time: Date) async throws {
    try await services.database.write { try OutboxStore(connection: $0).blank(acceptedBefore: time) }
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
