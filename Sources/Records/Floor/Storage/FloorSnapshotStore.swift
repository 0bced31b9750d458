import Core
import Database
import Foundation

/// A floor as it was after a certain event. There is one for each party, and it can always be reconstructed from the
/// events.
package struct FloorSnapshot: Sendable {
  package let number: Int
  package let at: Moment
  package let floor: Floor

  package init(number: Int, at: Moment, floor: Floor) {
    (self.number, self.at, self.floor) = (number, at, floor)
  }

  /// Combined with today's setup of the floor; nil if all events have to be applied again.
  package func going(on setup: FloorSetup) -> FloorSnapshot? {
    Floor(kept: floor, setup: setup).map { FloorSnapshot(number: number, at: at, floor: $0) }
  }
}

package struct FloorSnapshotStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// Nil if there is none, or one that this version can't read.
  package func snapshot(of party: PartyID) throws -> FloorSnapshot? {
    guard
      let row = try connection.row("SELECT number, at, body FROM floor_snapshot WHERE party_id = \(party)"),
      let floor = try? JSONDecoder().decode(Floor.self, from: Data(try row.get("body", as: String.self).utf8))
    else { return nil }
    return FloorSnapshot(number: try row.get("number"), at: try row.get("at"), floor: floor)
  }

  /// Replaces the earlier one. If somebody was erased since it was taken, nothing is kept, since it still knows them.
  package func keep(_ snapshot: FloorSnapshot, of party: PartyID) throws {
    guard try isWhole(snapshot, party) else { return }
    let body = String(decoding: try JSONEncoder().encode(snapshot.floor), as: UTF8.self)
    try connection.execute(
      """
      INSERT INTO floor_snapshot (party_id, number, at, body)
      VALUES (\(party), \(snapshot.number), \(snapshot.at), \(body))
      ON CONFLICT (party_id) DO UPDATE SET number = excluded.number, at = excluded.at, body = excluded.body
      """)
  }

  /// True if every event that led to it still exists, and everybody who may come.
  private func isWhole(_ snapshot: FloorSnapshot, _ party: PartyID) throws -> Bool {
    let events = try connection.count(
      "SELECT count(*) AS n FROM floor_event WHERE party_id = \(party) AND number <= \(snapshot.number)")
    guard events == snapshot.number else { return false }
    let guests = snapshot.floor.people.keys.filter { $0 != .host }
    let known = try connection.count(
      "SELECT count(*) AS n FROM guest WHERE party_id = \(party) AND id IN \(list: Array(guests))")
    return known == guests.count
  }
}
