import Core
import Foundation
import House

extension PartyStore {
  package func editableParty(_ id: PartyID, of host: HostID) throws -> Party {
    let party = try party(id, of: host)
    guard !party.isDone else {
      throw AppError.conflict(Message("party.refused.\(party.stage == .cancelled ? "cancelled" : "closed")"))
    }
    return party
  }

  /// Deletes a draft with its guests.
  package func delete(_ id: PartyID, of host: HostID) throws {
    try connection.execute("DELETE FROM party WHERE id = \(id) AND host_id = \(host) AND state = 'draft'")
  }
}
