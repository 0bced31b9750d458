import Core
import Database

/// The occasions a party can refer to.
package struct KnownOccasionStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  package func occasion(_ id: OccasionID, of host: HostID) throws -> KnownOccasion? {
    try connection.row("SELECT * FROM occasion WHERE id = \(id) AND host_id = \(host)").map(KnownOccasion.init)
  }

  /// Newest first.
  package func occasions(of host: HostID) throws -> [KnownOccasion] {
    try connection.rows(
      "SELECT * FROM occasion WHERE host_id = \(host) ORDER BY id DESC", as: KnownOccasion.init)
  }
}

extension KnownOccasion {
  fileprivate init(_ row: Row) throws {
    self.init(
      id: try row.get("id"), kind: LetterOccasion.Kind(rawValue: try row.get("kind")) ?? .none,
      name: try row.get("name"), year: try row.get("year"))
  }
}
