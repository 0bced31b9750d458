import Core
import Database
import Foundation
import House

/// The addresses that hosts' calendar programs subscribe to, and what they find there.
package struct CalendarFeedStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// The number from which the token of a host's address is made; nil if they have none.
  package func number(of host: HostID) throws -> Int? {
    try connection.row("SELECT number FROM calendar_feed WHERE host_id = \(host) AND token_hash IS NOT NULL")?
      .get("number")
  }

  /// Gives out a new address; the old one no longer opens anything.
  /// - Parameter hash: computes the hash of a number's token.
  package func renew(for host: HostID, hash: (_ number: Int) -> String) throws {
    let last: Int? = try connection.row("SELECT number FROM calendar_feed WHERE host_id = \(host)")?.get("number")
    let number = (last ?? 0) + 1
    try connection.execute(
      """
      INSERT INTO calendar_feed (host_id, number, token_hash) VALUES (\(host), \(number), \(hash(number)))
      ON CONFLICT (host_id) DO UPDATE SET number = excluded.number, token_hash = excluded.token_hash
      """)
  }

  package func revoke(of host: HostID) throws {
    try connection.execute("UPDATE calendar_feed SET token_hash = NULL WHERE host_id = \(host)")
  }

  /// The owner of an address; nil for one that opens nothing.
  package func host(by token: Token) throws -> Host? {
    try connection.row(
      """
      SELECT host.* FROM calendar_feed JOIN host ON host.id = calendar_feed.host_id
      WHERE calendar_feed.token_hash = \(token.hash) AND host.disabled_at IS NULL
      """
    ).map(Host.init)
  }

  /// A party with a date, as its host's calendar shows it.
  package struct DatedParty: Sendable {
    package let party: Party
    package let changedAt: Date
    /// Guests who have said yes.
    package let coming: Int
  }

  private static let mostParties = 1000

  /// Latest first.
  package func parties(of host: HostID) throws -> [DatedParty] {
    try connection.rows(
      """
      SELECT party.*, (SELECT count(*) FROM guest WHERE guest.party_id = party.id AND guest.state = 'accepted') AS coming
      FROM party WHERE party.starts_at IS NOT NULL AND (party.host_id = \(host) OR EXISTS (
        SELECT 1 FROM cohost WHERE cohost.party_id = party.id AND cohost.host_id = \(host)
          AND cohost.accepted_at IS NOT NULL))
      ORDER BY party.starts_at DESC, party.id LIMIT \(Self.mostParties)
      """
    ) { DatedParty(party: try Party($0), changedAt: try $0.get("changed_at"), coming: try $0.get("coming")) }
  }
}
