import Core
import Database
import Foundation
import Records

extension PersonErasure {
  /// Erases somebody for a host, and returns the work left to do outside the transaction and the parties whose floors
  /// must be set up again.
  /// - Returns: nil if the host has no such person.
  package func eraseByHand(
    _ id: PersonID, of host: HostID, at now: Date
  ) throws -> (traces: Traces, parties: [PartyID])? {
    let parties = try PersonPartyStore(connection: connection).parties(of: id, host: host)
    guard let traces = try erase(id, of: host, searchesAllMail: true) else { return nil }
    try ErasureLogStore(connection: connection).add(1, .host, at: now)
    return (traces, parties)
  }
}
