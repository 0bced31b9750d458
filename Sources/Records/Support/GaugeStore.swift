import Core
import Database
import Foundation
import House

/// The values `/metrics` measures on request.
package struct GaugeStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  package func gauges(at now: Date) throws -> [String: Double] {
    var gauges = [
      Metric.hosts.rawValue: Double(try connection.count("SELECT count(*) AS n FROM host")),
      Metric.parties.rawValue: Double(try connection.count("SELECT count(*) AS n FROM party")),
      Metric.openParties.rawValue: Double(
        try connection.count("SELECT count(*) AS n FROM party WHERE state = 'open'")),
      Metric.erasures.rawValue: Double(try SightingStore(connection: connection).waiting().count),
      Metric.mailHeld.rawValue: try FolderIdentityStore(connection: connection).mailHeldSince() == nil ? 0 : 1,
      Metric.outboxOldest.rawValue: try oldest(at: now),
    ]
    try connection.forEach("SELECT state, count(*) AS n FROM outbox GROUP BY state") { row in
      gauges[Metric.outbox.series([("state", try row.get("state"))])] = Double(try row.get("n", as: Int.self))
    }
    return gauges
  }

  private func oldest(at now: Date) throws -> Double {
    let row = try connection.row(
      "SELECT min(created_at) AS at FROM outbox WHERE state = 'queued' AND next_attempt_at <= \(now)")
    guard let time: Date = try row?.find("at") else { return 0 }
    return max(0, now.timeIntervalSince(time))
  }
}
