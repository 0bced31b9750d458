import Core
import Database
import Foundation
import House

/// Somebody as their provider knows them.
package struct HostIdentity: Sendable, Equatable {
  package let issuer: String
  package let subject: String

  package init(issuer: String, subject: String) {
    (self.issuer, self.subject) = (issuer, subject)
  }
}

/// Hosts by the providers that sign them in.
package struct HostIdentityStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  package func host(_ identity: HostIdentity) throws -> Host? {
    try connection.row(
      """
      SELECT host.* FROM host_identity JOIN host ON host.id = host_identity.host_id
      WHERE host_identity.issuer = \(identity.issuer) AND host_identity.subject = \(identity.subject)
      """
    ).map(Host.init)
  }

  package func insert(_ identity: HostIdentity, of host: HostID, at now: Date) throws {
    try connection.execute(
      """
      INSERT INTO host_identity (issuer, subject, host_id, created_at)
      VALUES (\(identity.issuer), \(identity.subject), \(host), \(now))
      """)
  }

  /// True if a person of this provider is this host.
  package func has(_ issuer: String, _ host: HostID) throws -> Bool {
    try connection.count(
      "SELECT count(*) AS n FROM host_identity WHERE issuer = \(issuer) AND host_id = \(host)") > 0
  }

  /// The host comes by no provider any more, until one knows their address again.
  /// - Returns: how many went.
  package func removeAll(of host: HostID) throws -> Int {
    try connection.execute("DELETE FROM session WHERE host_id = \(host) AND issuer <> ''")
    return try connection.execute("DELETE FROM host_identity WHERE host_id = \(host)")
  }
}

/// A session that began at a provider.
package struct ProviderSession: Sendable, Equatable {
  package let identity: HostIdentity
  /// The provider's name of it; nil where it says none.
  package let id: String?

  package init(identity: HostIdentity, id: String?) {
    (self.identity, self.id) = (identity, id)
  }
}

/// The sessions a provider reports as ended.
package struct ProviderLogout: Sendable, Equatable {
  package let issuer: String
  /// At least one of both is there.
  package let subject: String?
  package let session: String?
  /// Sessions begun later stay: the same notice a second time ends nothing new.
  package let until: Date

  package init(issuer: String, subject: String?, session: String?, until: Date) {
    (self.issuer, self.subject, self.session, self.until) = (issuer, subject, session, until)
  }
}

extension SessionStore {
  /// - Returns: how many sessions ended.
  package func end(_ logout: ProviderLogout) throws -> Int {
    var conditions: [SQL] = ["issuer = \(logout.issuer)", "created_at <= \(logout.until)"]
    if let subject = logout.subject { conditions.append("subject = \(subject)") }
    if let session = logout.session { conditions.append("provider_session = \(session)") }
    guard conditions.count > 2 else { return 0 }
    return try connection.execute("DELETE FROM session WHERE \(SQL.join(conditions, separator: " AND "))")
  }
}
