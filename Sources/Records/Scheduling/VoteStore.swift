import Core
import Database
import Foundation

/// What guests say to the slots of a poll.
package struct VoteStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

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

  /// Beside the votes, in one look: who has the entry in their calendar, and by guest the slots with a no that was not marked, but meant.
  package func marks(of party: PartyID) throws -> (entered: Set<GuestID>, implied: [GuestID: Set<SlotID>]) {
    var (entered, implied): (Set<GuestID>, [GuestID: Set<SlotID>]) = ([], [:])
    try connection.forEach(
      """
      SELECT guest.id, vote.slot_id,
        CASE WHEN guest.entry_stands = 1 AND guest.entry_sequence IS NOT NULL THEN 1 ELSE 0 END AS is_entered
      FROM guest LEFT JOIN vote ON vote.guest_id = guest.id AND vote.implied = 1
      WHERE guest.party_id = \(party)
      """
    ) { row in
      let (guest, isEntered): (GuestID, Int) = (try row.get("id"), try row.get("is_entered"))
      if isEntered == 1 { entered.insert(guest) }
      if let slot: SlotID = try row.find("slot_id") { implied[guest, default: []].insert(slot) }
    }
    return (entered, implied)
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
