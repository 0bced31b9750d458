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

  package func votes(by guest: GuestID) throws -> [SlotID: VoteValue] {
    var votes: [SlotID: VoteValue] = [:]
    try connection.forEach("SELECT slot_id, value FROM vote WHERE guest_id = \(guest)") { row in
      votes[try row.get("slot_id")] = try row.get("value", as: VoteValue.self)
    }
    return votes
  }

  package func set(_ value: VoteValue, on slot: SlotID, by guest: GuestID, at now: Date) throws {
    try connection.execute(
      """
      INSERT INTO vote (slot_id, guest_id, value, at) VALUES (\(slot), \(guest), \(value), \(now))
      ON CONFLICT (slot_id, guest_id) DO UPDATE SET value = excluded.value, at = excluded.at
      """)
  }
}

extension VoteValue: Bindable {}
