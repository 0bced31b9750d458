import Core
import Database
import Foundation

/// The slots of date polls.
package struct SlotStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// Earliest first.
  package func slots(of party: Party) throws -> [Slot] {
    try connection.rows("SELECT id, starts_at FROM slot WHERE party_id = \(party.id) ORDER BY starts_at") {
      Slot(id: try $0.get("id"), start: try $0.get("starts_at"), minutes: party.minutes)
    }
  }

  /// Makes these the party's slots. A slot that stays keeps its votes.
  /// - Returns: true if anything changed.
  package func replace(_ starts: [Date], of party: Party, newID: () -> SlotID) throws -> Bool {
    let present = try slots(of: party)
    let gone = present.filter { !starts.contains($0.start) }
    let new = starts.filter { start in !present.contains { $0.start == start } }
    for slot in gone { try connection.execute("DELETE FROM slot WHERE id = \(slot.id) AND party_id = \(party.id)") }
    for start in new {
      try connection.execute("INSERT INTO slot (id, party_id, starts_at) VALUES (\(newID()), \(party.id), \(start))")
    }
    return !gone.isEmpty || !new.isEmpty
  }
}
