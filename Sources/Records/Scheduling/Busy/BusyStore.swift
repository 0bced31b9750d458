import Core
import Database
import Foundation

/// The times at which hosts are busy according to their own calendar, and the calendar's address.
package struct BusyStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// The calendar a host named.
  package struct Source: Sendable, Equatable {
    package let host: HostID
    package let address: String
    /// IANA name of the host's zone.
    package let zone: String
    package let readAt: Date?
    /// The reason why the last try failed: the end of a key of the strings; empty if it succeeded.
    package let problem: String
    /// Empty where the server wants no login.
    package let user: String
    /// Sealed.
    package let password: String

    package init(
      host: HostID, address: String, zone: String, readAt: Date? = nil, problem: String = "", user: String = "",
      password: String = ""
    ) {
      (self.host, self.address, self.zone) = (host, address, zone)
      (self.user, self.password) = (user, password)
      (self.readAt, self.problem) = (readAt, problem)
    }
  }

  package func source(of host: HostID) throws -> Source? {
    try connection.row("\(Self.selection) WHERE busy_source.host_id = \(host)").map(Source.init)
  }

  private static let selection: SQL =
    "SELECT busy_source.*, host.zone FROM busy_source JOIN host ON host.id = busy_source.host_id"

  /// Sources not queried since this time, of hosts who may sign in and whose guests are choosing a date. One queried after `now` was
  /// queried while the clock was ahead.
  package func due(triedBefore time: Date, at now: Date) throws -> [Source] {
    try connection.rows(
      """
      \(Self.selection)
      WHERE (busy_source.tried_at IS NULL OR busy_source.tried_at <= \(time) OR busy_source.tried_at > \(now))
        AND host.disabled_at IS NULL AND EXISTS (
        SELECT 1 FROM party WHERE party.host_id = busy_source.host_id AND party.date_kind = 'poll'
          AND party.confirmed_at IS NULL AND party.state IN ('draft', 'inviting'))
      ORDER BY busy_source.host_id
      """, as: Source.init)
  }

  /// Replaces an earlier address, and everything read there.
  package func save(_ source: Source) throws {
    try remove(of: source.host)
    try connection.execute(
      """
      INSERT INTO busy_source (host_id, address, user_name, password)
      VALUES (\(source.host), \(source.address), \(source.user), \(source.password))
      """)
  }

  package func remove(of host: HostID) throws {
    try connection.execute("DELETE FROM busy_time WHERE host_id = \(host)")
    try connection.execute("DELETE FROM busy_source WHERE host_id = \(host)")
  }

  /// The source as it was asked: not one with another address or login that the host has named meanwhile.
  private static func same(_ source: Source) -> SQL {
    """
    host_id = \(source.host) AND address = \(source.address) AND user_name = \(source.user)
      AND password = \(source.password)
    """
  }

  /// Stores what was read at an address, unless the host has named another in the meantime.
  package func store(_ times: [Range<Date>], from source: Source, at now: Date) throws {
    let isCurrent = try connection.execute(
      """
      UPDATE busy_source SET tried_at = \(now), read_at = \(now), problem = ''
      WHERE \(Self.same(source))
      """)
    guard isCurrent == 1 else { return }
    try connection.execute("DELETE FROM busy_time WHERE host_id = \(source.host)")
    for time in times {
      try connection.execute(
        """
        INSERT INTO busy_time (host_id, starts_at, ends_at)
        VALUES (\(source.host), \(time.lowerBound), \(time.upperBound))
        """)
    }
  }

  /// Keeps what was read before: it is better than nothing, and the page says how old it is.
  package func fail(_ problem: String, of source: Source, at now: Date) throws {
    try connection.execute(
      """
      UPDATE busy_source SET tried_at = \(now), problem = \(problem)
      WHERE \(Self.same(source))
      """)
  }

  /// The times at which the host of a party is busy around its slots; nil if they named no calendar, or it was never
  /// read.
  package func times(of host: HostID, over span: Range<Date>) throws -> BusyTimes? {
    var (times, readAt, problem): ([Range<Date>], Date?, String) = ([], nil, "")
    try connection.forEach(
      """
      SELECT busy_source.read_at, busy_source.problem, busy_time.starts_at, busy_time.ends_at
      FROM busy_source LEFT JOIN busy_time ON busy_time.host_id = busy_source.host_id
        AND busy_time.starts_at < \(span.upperBound) AND busy_time.ends_at > \(span.lowerBound)
      WHERE busy_source.host_id = \(host) ORDER BY busy_time.starts_at
      """
    ) { row in
      (readAt, problem) = (try row.find("read_at"), try row.get("problem"))
      if let start: Date = try row.find("starts_at"), let end: Date = try row.find("ends_at"), start < end {
        times.append(start..<end)
      }
    }
    if readAt == nil, problem.isEmpty { return nil }
    return BusyTimes(times: times, readAt: readAt, problem: problem)
  }
}

extension BusyStore.Source {
  fileprivate init(_ row: Row) throws {
    self.init(
      host: try row.get("host_id"), address: try row.get("address"), zone: try row.get("zone"),
      readAt: try row.find("read_at"), problem: try row.get("problem"), user: try row.get("user_name"),
      password: try row.get("password"))
  }
}
