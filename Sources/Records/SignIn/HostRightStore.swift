import Core
import Database
import Foundation

/// Decides who may sign in, and who looks after the installation.
package struct HostRightStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// Ends their sessions, revokes unused links, forgets what their programs were to be told, and lets them sign nobody else's letters.
  package func disable(_ host: HostID, at now: Date) throws {
    try connection.execute("UPDATE host SET disabled_at = \(now) WHERE id = \(host) AND disabled_at IS NULL")
    try connection.execute("DELETE FROM session WHERE host_id = \(host)")
    try connection.execute("DELETE FROM sign_in_link WHERE host_id = \(host) AND used_at IS NULL")
    try connection.execute(
      "DELETE FROM webhook_delivery WHERE webhook_id IN (SELECT id FROM webhook WHERE host_id = \(host))")
    try unsign(host)
  }

  /// The first hosts sign again where this host signed as the second one.
  private func unsign(_ host: HostID) throws {
    let parties = try connection.rows("SELECT party_id FROM cohost WHERE host_id = \(host)") {
      try $0.get("party_id", as: PartyID.self)
    }
    for party in parties { try CohostStore(connection: connection).sign(party, by: nil) }
  }

  package func readmit(_ host: HostID) throws {
    try connection.execute("UPDATE host SET disabled_at = NULL WHERE id = \(host)")
  }

  package func set(_ isOperator: Bool, _ host: HostID) throws {
    try connection.execute("UPDATE host SET is_operator = \(isOperator) WHERE id = \(host)")
  }

  /// Removes a host with everything they have.
  /// - Returns: the number of people removed, and the uploaded files that are left.
  package func remove(_ host: HostID) throws -> (people: Int, uploads: [ImportID]) {
    let uploads = try connection.rows("SELECT id FROM import WHERE host_id = \(host)") {
      try $0.get("id", as: ImportID.self)
    }
    let people = try connection.count("SELECT count(*) AS n FROM person WHERE host_id = \(host)")
    try unsign(host)
    try connection.execute("DELETE FROM host WHERE id = \(host)")
    return (people, uploads)
  }

  /// Operators who can sign in, other than this host.
  package func operators(besides host: HostID) throws -> Int {
    try connection.count(
      "SELECT count(*) AS n FROM host WHERE is_operator = 1 AND disabled_at IS NULL AND id <> \(host)")
  }

  /// Hosts who can sign in.
  package func active() throws -> Int {
    try connection.count("SELECT count(*) AS n FROM host WHERE disabled_at IS NULL")
  }

  /// Parties of theirs that guests are waiting for, or are at just now.
  package func underWay(_ host: HostID) throws -> Int {
    try connection.count(
      "SELECT count(*) AS n FROM party WHERE host_id = \(host) AND state IN ('inviting', 'scheduled', 'open')")
  }

  /// True if people are at a party of theirs now.
  package func isHosting(_ host: HostID) throws -> Bool {
    try connection.count("SELECT count(*) AS n FROM party WHERE host_id = \(host) AND state = 'open'") > 0
  }

  package func parties(_ host: HostID, since time: Date) throws -> Int {
    try connection.count("SELECT count(*) AS n FROM party WHERE host_id = \(host) AND created_at > \(time)")
  }
}
