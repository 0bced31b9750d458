import Core
import Database

/// Passes everything one host has to another.
package struct HostTransferStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// Tables whose rows just change hands.
  private static let belongings: [SQL] = [
    "occasion", "import", "people_list", "party", "circle", "outbox", "person", "held_act",
  ]

  /// Two people with the same address, one from each address book, of whom only one is to stay.
  package struct Pair: Sendable {
    package let kept: PersonID
    package let moved: PersonID
  }

  /// - Returns: people whom the new host now has twice; the address of the arriving ones is blank, since an address
  ///   book holds each address once.
  package func move(from old: HostID, to new: HostID) throws -> [Pair] {
    let pairs = try known(to: old, and: new)
    for pair in pairs { try connection.execute("UPDATE person SET email_key = NULL WHERE id = \(pair.moved)") }
    for table in Self.belongings {
      try connection.execute("UPDATE \(table) SET host_id = \(new) WHERE host_id = \(old)")
    }
    try connection.execute(
      """
      UPDATE import_header SET host_id = \(new) WHERE host_id = \(old)
        AND header_hash NOT IN (SELECT header_hash FROM import_header WHERE host_id = \(new))
      """)
    try moveCohosting(from: old, to: new)
    return pairs
  }

  /// Nobody co-hosts their own party, and nobody signs letters of a party that is no longer theirs.
  private func moveCohosting(from old: HostID, to new: HostID) throws {
    let ended = try connection.rows(
      """
      DELETE FROM cohost WHERE host_id IN (\(old), \(new))
        AND party_id IN (SELECT id FROM party WHERE host_id = \(new))
      RETURNING party_id
      """
    ) { try $0.get("party_id", as: PartyID.self) }
    let cohosts = CohostStore(connection: connection)
    for party in ended { try cohosts.sign(party, by: nil) }
    try connection.execute("UPDATE cohost SET host_id = \(new) WHERE host_id = \(old)")
    if let host = try HostStore(connection: connection).host(new) { try cohosts.renewSignature(of: host) }
    // The first host of a party is written as nobody.
    try connection.execute("UPDATE held_act SET pressed_by = \(new) WHERE pressed_by = \(old)")
    try connection.execute("UPDATE held_act SET pressed_by = NULL WHERE pressed_by = host_id")
  }

  private func known(to old: HostID, and new: HostID) throws -> [Pair] {
    try connection.rows(
      """
      SELECT mine.id AS kept, theirs.id AS moved FROM person AS theirs
      JOIN person AS mine ON mine.email_key = theirs.email_key AND mine.host_id = \(new)
      WHERE theirs.host_id = \(old)
      """
    ) { Pair(kept: try $0.get("kept"), moved: try $0.get("moved")) }
  }
}
