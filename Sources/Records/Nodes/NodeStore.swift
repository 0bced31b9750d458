import Core
import Database
import Foundation

/// One of the programs that work with this database together.
package struct NodeStanding: Sendable {
  package let name: String
  package let version: String
  package let startedAt: Date
  /// By the database's clock.
  package let seenAt: Date
  /// True if the node has said lately that it lives.
  package let isAlive: Bool
  package let leads: Bool
  /// How many parties' floors it has.
  package let floors: Int

  package init(
    name: String, version: String, startedAt: Date, seenAt: Date, isAlive: Bool, leads: Bool, floors: Int
  ) {
    (self.name, self.version, self.startedAt, self.seenAt) = (name, version, startedAt, seenAt)
    (self.isAlive, self.leads, self.floors) = (isAlive, leads, floors)
  }
}

/// The programs that work with this database together.
package struct NodeStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// A node that says nothing for so long, in milliseconds, is taken for frozen or cut off.
  package static let patience = 5000
  /// Longer than that nobody is missed.
  private static let memory = 600_000

  /// - Returns: the number of its lock, which it keeps for good.
  package func enter(_ name: String, version: String) throws -> Int {
    let number = try connection.count("SELECT number AS n FROM node WHERE name = \(name)")
    let next = try number > 0 ? number : connection.count("SELECT coalesce(max(number), 0) + 1 AS n FROM node")
    let clock = connection.clock
    try connection.execute(
      """
      INSERT INTO node (name, number, version, started_at, seen_at)
      VALUES (\(name), \(next), \(version), \(clock), \(clock))
      ON CONFLICT (name) DO UPDATE SET version = excluded.version, started_at = excluded.started_at,
        seen_at = excluded.seen_at
      """)
    return next
  }

  /// It lives.
  /// - Returns: those that have fallen silent not long ago.
  package func beat(_ name: String, leads: Bool) throws -> [SilentMember] {
    let clock = connection.clock
    try connection.execute(
      "UPDATE node SET seen_at = \(clock), leads = \(leads) WHERE name = \(name)")
    return try connection.rows(
      """
      SELECT name, seen_at FROM node WHERE name <> \(name)
        AND seen_at BETWEEN \(clock) - \(Self.memory) AND \(clock) - \(Self.patience)
      """
    ) { SilentMember(name: try $0.get("name"), seenAt: try $0.get("seen_at")) }
  }

  package func all() throws -> [NodeStanding] {
    try connection.rows(
      """
      SELECT node.*, CASE WHEN seen_at >= \(connection.clock) - \(Self.patience) THEN 1 ELSE 0 END AS is_alive,
        (SELECT count(*) FROM floor_owner WHERE floor_owner.node = node.name) AS floors
      FROM node ORDER BY name
      """
    ) { row in
      NodeStanding(
        name: try row.get("name"), version: try row.get("version"), startedAt: try row.get("started_at"),
        seenAt: try row.get("seen_at"), isAlive: try row.get("is_alive"), leads: try row.get("leads"),
        floors: try row.get("floors"))
    }
  }

  /// It ends by itself: nobody waits for it.
  package func leave(_ name: String) throws {
    try connection.execute("UPDATE node SET seen_at = 0, leads = 0 WHERE name = \(name)")
  }

  /// Of those whose program may still do something: it is not known to have ended, and was heard of lately.
  package func isAlive(_ name: String) throws -> Bool {
    let row = try connection.row(
      """
      SELECT number, CASE WHEN seen_at >= \(connection.clock) - \(Self.patience) THEN 1 ELSE 0 END AS is_recent
      FROM node WHERE name = \(name)
      """)
    guard let row, try row.get("is_recent") else { return false }
    return try !connection.hasEnded(member: row.get("number"))
  }
}
