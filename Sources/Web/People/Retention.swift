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
    var erased = 0
    if let time = cutoff(services.settings.retentionDays) {
      erased += try await eraseAll { try RetentionStore(connection: $0).neverInvited(since: time, limit: 200) }
      try await services.database.write { try RetentionStore(connection: $0).removeEmptyLists(before: time) }
    }
    if let time = cutoff(services.settings.silentRetentionDays) {
      erased += try await eraseAll { try RetentionStore(connection: $0).silent(since: time, limit: 200) }
    }
    try await thinFloors(endedBefore: now.addingTimeInterval(-86_400 * Double(Self.eventDays)))
    try await eraseImports(before: now.addingTimeInterval(-86_400 * Double(Import.keptDays)))
    if erased > 0 { services.logger.notice("people erased on schedule", metadata: ["count": "\(erased)"]) }
    return erased
  }

  private func eraseAll(
    _ due: @escaping @Sendable (any Connection) throws -> [(person: PersonID, host: HostID)]
  ) async throws -> Int {
    var erased = 0
    while !Task.isCancelled {
      let count = try await services.database.write { connection in
        let erasure = PersonErasure(connection: connection)
        return try due(connection).count { try erasure.erase($0.person, of: $0.host) }
      }
      erased += count
      if count == 0 { break }
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
