import Core
import Database
import Foundation

/// Guests' votes on the slots of a poll.
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

  /// The marks that a table of votes shows beside them, in one query.
  package func marks(of party: PartyID) throws -> VoteMarks {
    var marks = VoteMarks()
    try connection.forEach(
      """
      SELECT guest.id, vote.slot_id, vote.implied, vote.entered_by,
        CASE WHEN guest.entry_stands = 1 AND guest.entry_sequence IS NOT NULL THEN 1 ELSE 0 END AS is_entered
      FROM guest LEFT JOIN vote ON vote.guest_id = guest.id AND (vote.implied = 1 OR vote.entered_by = 'host')
      WHERE guest.party_id = \(party)
      """
    ) { row in
      let (guest, isEntered): (GuestID, Int) = (try row.get("id"), try row.get("is_entered"))
      if isEntered == 1 { marks.entered.insert(guest) }
      guard let slot: SlotID = try row.find("slot_id") else { return }
      if try row.get("implied") { marks.implied[guest, default: []].insert(slot) }
      if try row.get("entered_by", as: AnswerSource.self) == .host { marks.byHost[guest, default: []].insert(slot) }
    }
    return marks
  }

  package func votes(by guest: GuestID) throws -> [SlotID: VoteValue] {
    var votes: [SlotID: VoteValue] = [:]
    try connection.forEach("SELECT slot_id, value FROM vote WHERE guest_id = \(guest)") { row in
      votes[try row.get("slot_id")] = try row.get("value", as: VoteValue.self)
    }
    return votes
  }

  package func hasVotesByHost(_ guest: GuestID) throws -> Bool {
    try connection.row("SELECT 1 AS one FROM vote WHERE guest_id = \(guest) AND entered_by = 'host' LIMIT 1") != nil
  }

  /// The guest confirms in person what the host had entered.
  package func own(_ slot: SlotID, by guest: GuestID) throws {
    try connection.execute(
      "UPDATE vote SET entered_by = 'page' WHERE slot_id = \(slot) AND guest_id = \(guest) AND entered_by = 'host'")
  }

  package func set(
    _ value: VoteValue, on slot: SlotID, by guest: GuestID, isImplied: Bool = false, by source: AnswerSource = .page,
    at now: Date
  ) throws {
    try connection.execute(
      """
      INSERT INTO vote (slot_id, guest_id, value, implied, entered_by, at)
      VALUES (\(slot), \(guest), \(value), \(isImplied), \(source), \(now))
      ON CONFLICT (slot_id, guest_id)
      DO UPDATE SET value = excluded.value, implied = excluded.implied,
        entered_by = excluded.entered_by, at = excluded.at
      """)
  }
}

/// The marks that a table of votes shows beside them.
package struct VoteMarks: Sendable {
  /// Guests who have the entry in their calendar.
  package var entered: Set<GuestID> = []
  /// Nos that were not marked, but implied.
  package var implied: [GuestID: Set<SlotID>] = [:]
  /// Votes that the host entered.
  package var byHost: [GuestID: Set<SlotID>] = [:]

  package init(entered: Set<GuestID> = [], implied: [GuestID: Set<SlotID>] = [:], byHost: [GuestID: Set<SlotID>] = [:])
  {
    self.entered = entered
    self.implied = implied
    self.byHost = byHost
  }
}

extension VoteValue: Bindable {}
