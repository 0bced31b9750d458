import Core
import Database
import Foundation

/// What guests say to the slots of a poll.
package struct VoteStore {
  let connection: any Connection

  package func votes(of party: PartyID) throws -> [GuestID: [SlotID: VoteValue]] {
    var votes: [GuestID: [SlotID: VoteValue]] = [:]
    let sql: SQL = """
      SELECT vote.guest_id, vote.slot_id, vote.value FROM vote JOIN slot ON slot.id = vote.slot_id
      WHERE slot.party_id = \(party)
      """
    try connection.forEach(sql) { row in
      let (guest, slot): (GuestID, SlotID) = (try row.get("guest_id"), try row.get("slot_id"))
      votes[guest, default: [:]][slot] = try row.get("value")
    }
    return votes
  }

  /// A no that was not marked, but meant: by guest, the slots.
  package func impliedVotes(of party: PartyID) throws -> [GuestID: Set<SlotID>] {
    let rows = try connection.rows(
      """
      SELECT vote.guest_id, vote.slot_id FROM vote JOIN slot ON slot.id = vote.slot_id
      WHERE slot.party_id = \(party) AND vote.implied = 1
      """
    ) { (guest: try $0.get("guest_id", as: GuestID.self), slot: try $0.get("slot_id", as: SlotID.self)) }
    return rows.reduce(into: [:]) { $0[$1.guest, default: []].insert($1.slot) }
  }

  package func votes(by guest: GuestID) throws -> [SlotID: VoteValue] {
    var votes: [SlotID: VoteValue] = [:]
    try connection.forEach("SELECT slot_id, value FROM vote WHERE guest_id = \(guest)") { row in
      votes[try row.get("slot_id")] = try row.get("value", as: VoteValue.self)
    }
    return votes
  }

  package func set(
    _ value: VoteValue, on slot: SlotID, by guest: GuestID, isImplied: Bool = false, at now: Date
  ) throws {
    try connection.execute(
      """
      INSERT INTO vote (slot_id, guest_id, value, implied, at)
      VALUES (\(slot), \(guest), \(value), \(isImplied), \(now))
      ON CONFLICT (slot_id, guest_id)
      DO UPDATE SET value = excluded.value, implied = excluded.implied, at = excluded.at
      """)
  }
}

extension VoteValue: Bindable {}
