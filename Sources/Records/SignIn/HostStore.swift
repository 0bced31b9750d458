import Core
import Database
import Foundation
import House

/// Hosts, their one-time links and their sessions.
package struct HostStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  package func host(email: String) throws -> Host? {
    try connection.row("SELECT * FROM host WHERE email = \(MailAddress.key(email))").map(Host.init)
  }

  package func host(_ id: HostID) throws -> Host? {
    try connection.row("SELECT * FROM host WHERE id = \(id)").map(Host.init)
  }

  /// The addresses of all hosts.
  package func addresses() throws -> [String] {
    try connection.rows("SELECT email FROM host") { try $0.get("email") }
  }

  /// The host whom a mail names as its sender: the one who signs the letters of its party. Mail to a host comes from
  /// nobody else.
  package func sender(of mail: OutgoingMail) throws -> Host? {
    guard let party = mail.party, !mail.kind.isForHost else { return try host(mail.host) }
    let row = try connection.row(
      """
      SELECT host.*, party.signer_name, party.signer_email, party.signer_lines
      FROM host LEFT JOIN party ON party.id = \(party) WHERE host.id = \(mail.host)
      """)
    guard let row else { return nil }
    var host = try Host(row)
    if let name: String = try row.find("signer_name"), !name.isEmpty {
      (host.name, host.email) = (name, try row.get("signer_email"))
      host.signature = try row.get("signer_lines")
    }
    return host
  }

  package func count() throws -> Int {
    try connection.count("SELECT count(*) AS n FROM host")
  }

  package func insert(_ host: Host, at now: Date) throws {
    try connection.execute(
      """
      INSERT INTO host (id, email, name, language, zone, signature, is_operator, created_at)
      VALUES (
        \(host.id), \(MailAddress.key(host.email)), \(host.name), \(host.language), \(host.zone), \(host.signature),
        \(host.isOperator), \(now))
      """)
  }

  package func update(_ host: Host) throws {
    try connection.execute(
      """
      UPDATE host SET
        email = \(MailAddress.key(host.email)), name = \(host.name), language = \(host.language), zone = \(host.zone),
        signature = \(host.signature)
      WHERE id = \(host.id)
      """)
    try CohostStore(connection: connection).renewSignature(of: host)
  }

  /// - Parameter mail: the mail it goes out with; nil if it is shown instead.
  package func addLink(_ hash: String, for host: HostID, mail: OutboxMailID? = nil, at now: Date) throws {
    try connection.execute(
      """
      INSERT INTO sign_in_link (token_hash, host_id, expires_at, mail_id, created_at)
      VALUES (\(hash), \(host), \(now.addingTimeInterval(SignInLife.seconds)), \(mail), \(now))
      """)
  }

  /// Removes unused links.
  package func removeLinks(of host: HostID) throws {
    try connection.execute("DELETE FROM sign_in_link WHERE host_id = \(host) AND used_at IS NULL")
  }

  /// True if a link could be used now; it remains unused.
  package func hasLink(_ hash: String, at now: Date) throws -> Bool {
    try connection.count("SELECT count(*) AS n FROM sign_in_link WHERE token_hash = \(hash) AND \(Self.isGood(now))")
      == 1
  }

  /// Uses up a link. Nil if it was used, has expired, or never existed.
  package func useLink(_ hash: String, at now: Date) throws -> HostID? {
    let used = try connection.execute(
      """
      UPDATE sign_in_link SET used_at = \(now) WHERE token_hash = \(hash) AND \(Self.isGood(now))
      """)
    guard used == 1 else { return nil }
    return try connection.row("SELECT host_id FROM sign_in_link WHERE token_hash = \(hash)")?.get("host_id")
  }

  /// Unused, and within its lifetime, which begins when its mail was accepted: until then nobody has it.
  private static func isGood(_ now: Date) -> SQL {
    let accepted = now.addingTimeInterval(-SignInLife.seconds)
    let oldest = now.addingTimeInterval(-SignInLife.longestWait)
    return """
      used_at IS NULL AND (expires_at > \(now) OR (created_at > \(oldest) AND EXISTS (
        SELECT 1 FROM outbox WHERE outbox.id = sign_in_link.mail_id AND outbox.accepted_at > \(accepted))))
        AND EXISTS (SELECT 1 FROM host WHERE host.id = sign_in_link.host_id AND host.disabled_at IS NULL)
      """
  }
}

/// A browser in which a host is signed in.
package struct Session: Sendable {
  package let id: SessionID
  /// The browser's description of itself, shortened.
  package let device: String
  package let createdAt: Date
  package let seenAt: Date

  package init(id: SessionID, device: String, createdAt: Date, seenAt: Date) {
    self.id = id
    self.device = device
    self.createdAt = createdAt
    self.seenAt = seenAt
  }
}

/// A valid session with its host.
package struct OpenSession: Sendable {
  package let host: Host
  package let id: SessionID
  /// The time of its last use.
  package let seenAt: Date
  /// True if there is a circle to link to.
  package let hasCircles: Bool
  /// True if everything the URL names is theirs.
  package let ownsNamed: Bool
  /// The first host of the party the URL names, if they co-host it.
  package let hostedWith: Host?
  /// True if somebody asked them to co-host a party.
  package let isCohost: Bool

  package init(
    host: Host, id: SessionID, seenAt: Date, hasCircles: Bool, ownsNamed: Bool, hostedWith: Host? = nil,
    isCohost: Bool = false
  ) {
    self.host = host
    self.id = id
    self.seenAt = seenAt
    self.hasCircles = hasCircles
    self.ownsNamed = ownsNamed
    self.hostedWith = hostedWith
    self.isCohost = isCohost
  }
}

package struct SessionStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// Sessions end this long after their last use.
  package static let lifetime: TimeInterval = 30 * 24 * 3600

  /// - Parameter provider: where it began, if not by a link.
  package func insert(
    _ id: SessionID, hash: String, host: HostID, device: String, provider: ProviderSession? = nil, at now: Date
  ) throws {
    let identity = provider?.identity
    try connection.execute(
      """
      INSERT INTO session (
        id, token_hash, host_id, device, issuer, subject, provider_session, created_at, seen_at)
      VALUES (
        \(id), \(hash), \(host), \(device), \(identity?.issuer ?? ""), \(identity?.subject ?? ""),
        \(provider?.id ?? ""), \(now), \(now))
      """)
  }

  /// The host of a valid session.
  /// - Parameter named: the things the host wants to see, which may be somebody else's.
  package func find(hash: String, naming named: NamedThings = NamedThings(), at now: Date) throws -> OpenSession? {
    let oldest = now.addingTimeInterval(-Self.lifetime)
    let row = try connection.row(
      """
      SELECT host.*, session.id AS session_id, session.seen_at AS seen_at,
        CASE WHEN EXISTS (SELECT 1 FROM circle WHERE circle.host_id = host.id) THEN 1 ELSE 0 END AS has_circles,
        CASE WHEN \(Self.owns(named)) THEN 1 ELSE 0 END AS owns_named,
        CASE WHEN EXISTS (SELECT 1 FROM cohost WHERE cohost.host_id = host.id) THEN 1 ELSE 0 END AS is_cohost
      FROM session JOIN host ON host.id = session.host_id
      WHERE session.token_hash = \(hash) AND session.seen_at > \(oldest) AND host.disabled_at IS NULL
      """)
    guard let row else { return nil }
    let (host, owns, isCohost): (Host, Bool, Bool) = (
      try Host(row), try row.get("owns_named"), try row.get("is_cohost")
    )
    return OpenSession(
      host: host, id: try row.get("session_id"), seenAt: try row.get("seen_at"),
      hasCircles: try row.get("has_circles"), ownsNamed: owns,
      hostedWith: owns || !isCohost ? nil : try named.partyAlone.flatMap { try owner(of: $0, with: host.id) },
      isCohost: isCohost)
  }

  /// The first host of a party that this host co-hosts; nil if they don't.
  private func owner(of party: PartyID, with cohost: HostID) throws -> Host? {
    try connection.row(
      """
      SELECT host.* FROM party JOIN host ON host.id = party.host_id
        JOIN cohost ON cohost.party_id = party.id AND cohost.host_id = \(cohost) AND cohost.accepted_at IS NOT NULL
      WHERE party.id = \(party)
      """
    ).map(Host.init)
  }

  private static func owns(_ named: NamedThings) -> SQL {
    let conditions: [SQL?] = [
      named.party.map { "EXISTS (SELECT 1 FROM party WHERE party.id = \($0) AND party.host_id = host.id)" },
      named.person.map { "EXISTS (SELECT 1 FROM person WHERE person.id = \($0) AND person.host_id = host.id)" },
      named.list.map { "EXISTS (SELECT 1 FROM import WHERE import.id = \($0) AND import.host_id = host.id)" },
      named.circle.map { "EXISTS (SELECT 1 FROM circle WHERE circle.id = \($0) AND circle.host_id = host.id)" },
    ]
    return .join(["host.id = host.id"] + conditions.compactMap { $0 }, separator: " AND ")
  }

  /// The host of a valid session.
  package func host(of id: SessionID, at now: Date) throws -> Host? {
    let oldest = now.addingTimeInterval(-Self.lifetime)
    return try connection.row(
      """
      SELECT host.* FROM session JOIN host ON host.id = session.host_id
      WHERE session.id = \(id) AND session.seen_at > \(oldest) AND host.disabled_at IS NULL
      """
    ).map(Host.init)
  }

  package func touch(_ id: SessionID, at now: Date) throws {
    try connection.execute("UPDATE session SET seen_at = \(now) WHERE id = \(id)")
  }

  package func sessions(of host: HostID) throws -> [Session] {
    try connection.rows("SELECT * FROM session WHERE host_id = \(host) ORDER BY seen_at DESC") {
      Session(
        id: try $0.get("id"), device: try $0.get("device"), createdAt: try $0.get("created_at"),
        seenAt: try $0.get("seen_at"))
    }
  }

  /// - Returns: false if the host has no such session.
  package func end(_ id: SessionID, of host: HostID) throws -> Bool {
    try connection.execute("DELETE FROM session WHERE id = \(id) AND host_id = \(host)") == 1
  }
}

extension Host {
  package init(_ row: Row) throws {
    self.init(
      id: try row.get("id"), email: try row.get("email"), name: try row.get("name"), language: try row.get("language"),
      zone: try row.get("zone"), signature: try row.get("signature"))
    isOperator = try row.get("is_operator")
    isDisabled = try row.find("disabled_at", as: Date.self) != nil
  }
}
