import Core
import Database
import Foundation
import House

/// The occasions of hosts.
package struct OccasionStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// Newest first.
  package func occasions(of host: HostID) throws -> [Occasion] {
    try connection.rows(
      """
      SELECT id, kind AS occasion_kind, name AS occasion_name, year AS occasion_year, spoken_place
      FROM occasion WHERE host_id = \(host) ORDER BY id DESC
      """, as: Occasion.init)
  }

  /// - Throws: `AppError.notFound` if the host has no such occasion.
  package func occasion(_ id: OccasionID, of host: HostID) throws -> Occasion {
    let row = try connection.row(
      """
      SELECT id, kind AS occasion_kind, name AS occasion_name, year AS occasion_year, spoken_place
      FROM occasion WHERE id = \(id) AND host_id = \(host)
      """)
    guard let occasion = try row.map(Occasion.init) else { throw AppError.notFound }
    return occasion
  }

  /// The host's occasion with the same description, or a new one under `id`.
  package func keep(_ told: LetterOccasion, as id: OccasionID, of host: HostID, at now: Date) throws -> OccasionID {
    let known = try connection.row(
      """
      SELECT id FROM occasion
      WHERE host_id = \(host) AND kind = \(told.kind) AND name = \(told.name) AND year = \(told.year ?? 0)
        AND spoken_place = \(told.spokenPlace ?? "")
      """)
    if let known { return try known.get("id") }
    try connection.execute(
      """
      INSERT INTO occasion (id, host_id, kind, name, year, spoken_place, created_at)
      VALUES (
        \(id), \(host), \(told.kind), \(told.name), \(told.year ?? 0), \(told.spokenPlace ?? ""), \(now))
      """)
    return id
  }

  /// Removes occasions that nothing refers to any more.
  package func removeUnused(of host: HostID) throws {
    try connection.execute(
      """
      DELETE FROM occasion WHERE host_id = \(host)
        AND NOT EXISTS (SELECT 1 FROM import WHERE import.occasion_id = occasion.id)
        AND NOT EXISTS (SELECT 1 FROM people_list WHERE people_list.occasion_id = occasion.id)
        AND NOT EXISTS (SELECT 1 FROM party WHERE party.occasion_id = occasion.id)
      """)
  }
}

extension Occasion {
  /// From a row with `occasion_kind`, `occasion_name`, `occasion_year`, `spoken_place`, and the id in `column`.
  package init(_ row: Row, id column: String) throws {
    let year: Int = try row.get("occasion_year")
    let place: String = try row.get("spoken_place")
    self.init(
      id: try row.get(column),
      told: LetterOccasion(
        try row.get("occasion_kind"), name: try row.get("occasion_name"), year: year == 0 ? nil : year,
        spokenPlace: place.isEmpty ? nil : place))
  }

  package init(_ row: Row) throws { try self.init(row, id: "id") }
}

extension LetterOccasion.Kind: Bindable {}
extension ListSource.Kind: Bindable {}
