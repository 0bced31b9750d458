import Core
import Database
import Foundation
import House

/// The person who hosts a party together with its first host.
package struct CohostStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// Replaces anybody asked before. The first host signs until somebody says otherwise.
  package func invite(_ host: HostID, to party: PartyID, at now: Date) throws {
    try remove(from: party)
    try connection.execute(
      "INSERT INTO cohost (party_id, host_id, invited_at) VALUES (\(party), \(host), \(now))")
  }

  /// - Returns: false if nobody asked them, or no longer does.
  package func accept(_ party: PartyID, by host: HostID, at now: Date) throws -> Bool {
    try connection.execute(
      """
      UPDATE cohost SET accepted_at = coalesce(accepted_at, \(now)) WHERE party_id = \(party) AND host_id = \(host)
      """) == 1
  }

  /// - Returns: false if nobody asked them, or no longer does.
  package func leave(_ party: PartyID, by host: HostID) throws -> Bool {
    guard try connection.execute("DELETE FROM cohost WHERE party_id = \(party) AND host_id = \(host)") == 1 else {
      return false
    }
    try forget(host, at: party)
    try sign(party, by: nil)
    return true
  }

  package func remove(from party: PartyID) throws {
    let gone = try connection.rows("DELETE FROM cohost WHERE party_id = \(party) RETURNING host_id") {
      try $0.get("host_id", as: HostID.self)
    }
    for host in gone { try forget(host, at: party) }
    try sign(party, by: nil)
  }

  /// Drops a former co-host's actions that could still be undone, and stops the party's news to them. Their own calendar
  /// must still learn that the date is gone.
  private func forget(_ host: HostID, at party: PartyID) throws {
    try HeldActStore(connection: connection).remove(at: party, pressedBy: host)
    try connection.execute(
      """
      UPDATE outbox SET state = 'cancelled', problem = \(MailProblem("outbox.problem.notHosting").stored)
      WHERE party_id = \(party) AND host_id = \(host) AND kind = 'notice' AND state = 'queued'
        AND idempotency_key NOT LIKE 'hostEntry:%'
      """)
  }

  /// The hosts of a party who get its news by mail; the first host if nobody wants them.
  package func newsReaders(of party: PartyID, first: Host) throws -> [Host] {
    let row = try connection.row(
      """
      SELECT host.*, cohost.hears, cohost.owner_hears FROM cohost JOIN host ON host.id = cohost.host_id
      WHERE cohost.party_id = \(party) AND cohost.accepted_at IS NOT NULL
      """)
    guard let row else { return [first] }
    let second = try Host(row)
    var readers = try row.get("owner_hears", as: Bool.self) ? [first] : []
    if try row.get("hears", as: Bool.self), !second.isDisabled { readers.append(second) }
    return readers.isEmpty ? [first] : readers
  }

  /// Stores whether one of the two wants the party's news by mail.
  package func hear(_ hears: Bool, _ party: PartyID, isOwner: Bool) throws {
    let column: SQL = isOwner ? "owner_hears" : "hears"
    try connection.execute("UPDATE cohost SET \(column) = \(hears) WHERE party_id = \(party)")
  }

  /// True for somebody who was asked, whatever they said.
  package func isAsked(_ host: HostID, _ party: PartyID) throws -> Bool {
    try connection.count(
      "SELECT count(*) AS n FROM cohost WHERE party_id = \(party) AND host_id = \(host)") == 1
  }

  package func isHosting(_ host: HostID, _ party: PartyID) throws -> Bool {
    try connection.count(
      """
      SELECT count(*) AS n FROM cohost
      WHERE party_id = \(party) AND host_id = \(host) AND accepted_at IS NOT NULL
      """) == 1
  }

  /// The person who has agreed to host a party together with its first host.
  package func cohost(of party: PartyID) throws -> Host? {
    try connection.row(
      """
      SELECT host.* FROM cohost JOIN host ON host.id = cohost.host_id
      WHERE cohost.party_id = \(party) AND cohost.accepted_at IS NOT NULL
      """
    ).map(Host.init)
  }

  /// Sets who signs a party's letters from now on.
  /// - Parameter host: nil for its first host.
  package func sign(_ party: PartyID, by host: Host?) throws {
    try connection.execute(
      """
      UPDATE party SET signer_name = \(host?.name ?? ""), signer_email = \(host?.email ?? ""),
        signer_lines = \(host?.signature ?? "")
      WHERE id = \(party)
      """)
  }

  /// Copies a host's changed signature to the parties they sign for.
  package func renewSignature(of host: Host) throws {
    try connection.execute(
      """
      UPDATE party SET signer_name = \(host.name), signer_email = \(host.email), signer_lines = \(host.signature)
      WHERE signer_name <> '' AND id IN (SELECT party_id FROM cohost WHERE host_id = \(host.id))
      """)
  }

  /// Parties of other hosts that this host co-hosts, or is asked to; newest first.
  package func parties(with host: HostID) throws -> [CohostedParty] {
    try connection.rows(
      """
      SELECT party.id, party.title, party.state, party.starts_at, owner.name AS owner, cohost.accepted_at
      FROM cohost JOIN party ON party.id = cohost.party_id JOIN host AS owner ON owner.id = party.host_id
      WHERE cohost.host_id = \(host) ORDER BY party.id DESC
      """
    ) { row in
      CohostedParty(
        id: try row.get("id"), title: try row.get("title"), owner: try row.get("owner"),
        hasAccepted: try row.find("accepted_at", as: Date.self) != nil)
    }
  }
}

/// A party of another host's that somebody co-hosts, or is asked to.
package struct CohostedParty: Sendable, Equatable {
  package let id: PartyID
  package let title: String
  /// The first host's name.
  package let owner: String
  package let hasAccepted: Bool

  package init(id: PartyID, title: String, owner: String, hasAccepted: Bool) {
    (self.id, self.title, self.owner, self.hasAccepted) = (id, title, owner, hasAccepted)
  }

  package static var samples: [CohostedParty] {
    [false, true].enumerated().map { number, hasAccepted in
      CohostedParty(
        id: PartyID(at: PartyFacts.sampleTime, random: (UInt64(number), 3)), title: "Wenn KI mitcoacht",
        owner: "Jonas Wirth", hasAccepted: hasAccepted)
    }
  }
}
