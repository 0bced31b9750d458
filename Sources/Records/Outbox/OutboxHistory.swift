import Core
import Database
import Foundation

/// The mails already written about a party, so that none is written twice.
extension OutboxStore {
  /// The time at which each guest was last written to about the date.
  package func lastToldOfDate(at party: PartyID) throws -> [GuestID: Date] {
    var told: [GuestID: Date] = [:]
    let kinds: [MailKind] = [.confirmation, .change]
    try connection.forEach(
      """
      SELECT guest_id, max(created_at) AS told_at FROM outbox
      WHERE party_id = \(party) AND kind IN \(list: kinds) AND state <> 'cancelled' AND guest_id IS NOT NULL
      GROUP BY guest_id
      """
    ) { told[try $0.get("guest_id")] = try $0.get("told_at", as: Date.self) }
    return told
  }

  /// The keys of the party's mails of one kind, whatever became of those mails.
  package func keys(of kind: MailKind, at party: PartyID) throws -> Set<String> {
    Set(
      try connection.rows("SELECT idempotency_key FROM outbox WHERE party_id = \(party) AND kind = \(kind)") {
        try $0.get("idempotency_key", as: String.self)
      })
  }
}
