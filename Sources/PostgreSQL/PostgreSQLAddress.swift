import CPostgreSQL
import Database

/// The address of a PostgreSQL server and the way to talk to it, which libpq calls a connection URI. Everything such a
/// URI allows is allowed here: several hosts, `sslmode=verify-full`, a password file.
package struct PostgreSQLAddress: Sendable {
  let text: String
  /// In seconds; nil for none, which a change of the schema needs.
  var statementTimeout: Int? = 60
  /// By what the server's list of connections names one of several programs; nil for the only one.
  package var member: String?

  /// - Throws: `DatabaseError` in libpq's words if it can't be read.
  package init(_ text: String) throws {
    self.text = text
    _ = try Self.parts(of: text)
  }

  /// For messages: host, port and database, never the password.
  package var described: String {
    let parts = (try? Self.parts(of: text)) ?? [:]
    let port = parts["port"].map { ":\($0)" } ?? ""
    return "postgresql://\(parts["host"] ?? parts["hostaddr"] ?? "localhost")\(port)/\(name ?? parts["dbname"] ?? "")"
  }

  /// Another database on the same server.
  package func database(named name: String) throws -> PostgreSQLAddress {
    var other = self
    other.name = name
    return other
  }

  private var name: String?

  /// The settings passed to libpq, in its order: the address can't override those after it, but it can override those
  /// before.
  ///
  /// A machine that fell silent is noticed within five seconds; of several hosts, the one that accepts writes is
  /// sought.
  var keywords: [(String, String)] {
    [
      ("connect_timeout", "5"), ("keepalives_idle", "2"), ("keepalives_interval", "1"), ("keepalives_count", "3"),
      ("tcp_user_timeout", "5000"), ("target_session_attrs", "read-write"), ("application_name", "stehtisch"),
      ("dbname", text),
    ] + (name.map { [("dbname", $0)] } ?? []) + (member.map { [("application_name", Self.program($0))] } ?? [])
      + [("client_encoding", "UTF8")]
  }

  static func program(_ member: String) -> String { "stehtisch/\(member)" }

  /// The first commands on each connection. Commits are on disk before they are acknowledged, whatever the server's
  /// default.
  var greeting: String {
    """
    SET client_min_messages = warning; SET standard_conforming_strings = on; SET lock_timeout = '10s';
    SET statement_timeout = '\(statementTimeout ?? 0)s';
    SET tcp_keepalives_idle = 2; SET tcp_keepalives_interval = 1; SET tcp_keepalives_count = 3;
    SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'
    """
  }

  private static func parts(of text: String) throws -> [String: String] {
    var problem: UnsafeMutablePointer<CChar>?
    guard let options = PQconninfoParse(text, &problem) else {
      defer { PQfreemem(problem) }
      throw DatabaseError(.other, "PostgreSQL: " + (problem.map { String(cString: $0) } ?? "no memory").tidied)
    }
    defer { PQconninfoFree(options) }
    var parts: [String: String] = [:]
    var option = options
    while let keyword = option.pointee.keyword {
      if let value = option.pointee.val { parts[String(cString: keyword)] = String(cString: value) }
      option += 1
    }
    return parts
  }
}

extension String {
  /// On one line, unlike libpq's messages.
  var tidied: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
