import Core
import Database
import Foundation

/// A host's key to the API.
package struct APIToken: Sendable, Equatable {
  package let id: APITokenID
  /// The host's own name for it.
  package let name: String
  package let scopes: Set<APIScope>
  package let createdAt: Date
  package let usedAt: Date?

  /// The beginning of every token, which shows a finder where it belongs.
  package static let mark = "stehtisch_"

  package init(id: APITokenID, name: String, scopes: Set<APIScope>, createdAt: Date, usedAt: Date? = nil) {
    self.id = id
    self.name = name
    self.scopes = scopes
    self.createdAt = createdAt
    self.usedAt = usedAt
  }
}

package struct APITokenStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// The most tokens one host may have.
  package static let most = 20

  /// - Returns: false if the host already has too many.
  package func insert(_ token: APIToken, hash: String, of host: HostID) throws -> Bool {
    guard try connection.count("SELECT count(*) AS n FROM api_token WHERE host_id = \(host)") < Self.most else {
      return false
    }
    let scopes = token.scopes.map(\.rawValue).sorted().joined(separator: " ")
    try connection.execute(
      """
      INSERT INTO api_token (id, host_id, token_hash, name, scopes, created_at)
      VALUES (\(token.id), \(host), \(hash), \(token.name), \(scopes), \(token.createdAt))
      """)
    return true
  }

  package func tokens(of host: HostID) throws -> [APIToken] {
    try connection.rows(
      "SELECT * FROM api_token WHERE host_id = \(host) ORDER BY created_at, id", as: APIToken.init)
  }

  /// The host of a token, unless they are locked out.
  package func find(hash: String) throws -> (host: Host, token: APIToken)? {
    let row = try connection.row(
      """
      SELECT host.* FROM api_token JOIN host ON host.id = api_token.host_id
      WHERE api_token.token_hash = \(hash) AND host.disabled_at IS NULL
      """)
    guard let row, let token = try connection.row("SELECT * FROM api_token WHERE token_hash = \(hash)") else {
      return nil
    }
    return (try Host(row), try APIToken(token))
  }

  package func touch(_ id: APITokenID, at now: Date) throws {
    try connection.execute("UPDATE api_token SET used_at = \(now) WHERE id = \(id)")
  }

  /// - Returns: false if the host has no such token.
  package func revoke(_ id: APITokenID, of host: HostID) throws -> Bool {
    try connection.execute("DELETE FROM api_token WHERE id = \(id) AND host_id = \(host)") == 1
  }
}

extension APIToken {
  fileprivate init(_ row: Row) throws {
    let scopes = try row.get("scopes", as: String.self).split(separator: " ").compactMap {
      APIScope(rawValue: String($0))
    }
    self.init(
      id: try row.get("id"), name: try row.get("name"), scopes: Set(scopes), createdAt: try row.get("created_at"),
      usedAt: try row.find("used_at"))
  }
}
