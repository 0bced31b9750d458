import Core
import Database
import Foundation
import Records

extension PersonErasure {
  /// A host erases somebody: what is left to be done outside the transaction, and whose floors are to be set up anew.
  /// - Returns: nil when the host has no such person.
  package func eraseByHand(
    _ id: PersonID, of host: HostID, at now: Date
  ) throws -> (traces: Traces, parties: [PartyID])? {
    let parties = try PersonPartyStore(connection: connection).parties(of: id, host: host)
    guard let traces = try erase(id, of: host) else { return nil }
    try ErasureLogStore(connection: connection).add(1, .host, at: now)
    return (traces, parties)
  }
}
