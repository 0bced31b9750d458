import Core
import Database

/// The right to tell the pages of one party's floor. It ends when another node takes it, whether this one hears of it or not.
package struct FloorHold: Hashable, Sendable {
  package let node: String
  /// Higher than each earlier owner's.
  package let epoch: Int

  package init(node: String, epoch: Int) {
    (self.node, self.epoch) = (node, epoch)
  }
}

/// Another node has taken the floor: what this one would write down about it is void.
package struct FloorHoldLost: Error {}

/// The owners of parties' floors, where several programs work with this database.
package struct FloorOwnerStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  package enum Taking: Hashable, Sendable {
    case taken(FloorHold)
    /// Its owner may live.
    case owned(by: String)
  }

  /// Takes the floor for a node: one that nobody has, one of its own from an earlier time, or a dead node's.
  /// - Parameter mayInherit: false while this node can't judge whether others live.
  package func take(_ party: PartyID, for node: String, mayInherit: Bool) throws -> Taking {
    try connection.execute(
      """
      INSERT INTO floor_owner (party_id, node, epoch, since) VALUES (\(party), NULL, 0, \(connection.clock))
      ON CONFLICT (party_id) DO NOTHING
      """)
    let row = try connection.row("SELECT node FROM floor_owner WHERE party_id = \(party) \(connection.holdingRows)")
    if let owner: String = try row?.find("node"), owner != node {
      guard mayInherit, try !NodeStore(connection: connection).isAlive(owner) else { return .owned(by: owner) }
    }
    let epoch = try connection.row(
      """
      UPDATE floor_owner SET node = \(node), epoch = epoch + 1, since = \(connection.clock)
      WHERE party_id = \(party) RETURNING epoch
      """)
    return .taken(FloorHold(node: node, epoch: try epoch?.get("epoch") ?? 0))
  }

  /// Nobody takes the floor before this transaction ends.
  /// - Throws: `FloorHoldLost` where somebody has.
  package func demand(_ hold: FloorHold, of party: PartyID) throws {
    let row = try connection.row(
      """
      SELECT epoch FROM floor_owner WHERE party_id = \(party) AND node = \(hold.node) AND epoch = \(hold.epoch)
      \(connection.sharingRows)
      """)
    guard row != nil else { throw FloorHoldLost() }
  }

  /// Whoever has it, dead or alive.
  package func owner(of party: PartyID) throws -> String? {
    try connection.row("SELECT node FROM floor_owner WHERE party_id = \(party)")?.find("node")
  }

  package func holds(of node: String) throws -> [PartyID: FloorHold] {
    let pairs = try connection.rows("SELECT party_id, epoch FROM floor_owner WHERE node = \(node)") { row in
      (try row.get("party_id", as: PartyID.self), FloorHold(node: node, epoch: try row.get("epoch")))
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// Nobody has it any more, unless somebody else has taken it.
  package func release(_ hold: FloorHold, of party: PartyID) throws {
    try connection.execute(
      "UPDATE floor_owner SET node = NULL WHERE party_id = \(party) AND node = \(hold.node) AND epoch = \(hold.epoch)")
  }

  package func releaseAll(of node: String) throws {
    try connection.execute("UPDATE floor_owner SET node = NULL WHERE node = \(node)")
  }
}
